//! poem, over a connection.

#![cfg(feature = "poem")]

use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Route, Server, endpoint::make_sync, get};
use twiml_frameworks::{CONSTANT, check, written};

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive() {
    let app = Route::new().at("/constant", get(make_sync(|_| CONSTANT))).at("/written", get(make_sync(|_| written())));
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let address = acceptor.local_addr()[0].as_socket_addr().unwrap().to_string();
    tokio::spawn(Server::new_with_acceptor(acceptor).run(app));
    tokio::task::spawn_blocking(move || check(&address).unwrap()).await.unwrap();
}
