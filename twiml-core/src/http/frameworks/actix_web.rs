//! `actix-web`.

use alloc::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Responder};

use crate::Response;

impl<K> Responder for Response<K> {
    type Body = Cow<'static, str>;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse<Self::Body> {
        // Actix sends the length of a body that knows its size.
        let mut response = HttpResponse::with_body(StatusCode::OK, self.into_cow());
        let kind = HeaderValue::from_static(Self::CONTENT_TYPE);
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    }
}
