//! `warp`.

use warp::Reply;

use super::{bytes, http::respond};
use crate::Response;

impl<K> Reply for Response<K> {
    fn into_response(self) -> warp::reply::Response {
        respond::<K, _>(self.as_str().len(), bytes(self)).into_response()
    }
}
