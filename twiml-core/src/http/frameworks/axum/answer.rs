//! Documents as answers.

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response as Answer};

use crate::Response;

impl<K> IntoResponse for Response<K> {
    fn into_response(self) -> Answer {
        super::super::http::respond::<K, Body>(self.as_str().len(), self.into_cow().into())
    }
}
