//! The body of a request, read as a whole within the limits.

use std::time::Duration;

use api::ProblemCode;
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, header};
use http_body::Body;
use http_body_util::BodyExt as _;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

use crate::config::ServerConfig;
use crate::gate::Gate;

/// Of a body that is too long, how much is read and thrown away for a client
/// that only listens when it has sent everything, and for how long.
const DISCARD: usize = 32 << 20;
const DISCARD_FOR: Duration = Duration::from_secs(2);

/// A body, and the memory it holds.
pub type Held = (Bytes, Vec<OwnedSemaphorePermit>);

/// The whole body.
///
/// # Errors
///
/// With what the client is told when there is none.
pub async fn read<R>(
    config: &ServerConfig,
    gate: &Gate,
    headers: &HeaderMap,
    mut body: R,
) -> Result<Held, ProblemCode>
where
    R: Body<Data = Bytes> + Unpin,
{
    if body.is_end_stream() {
        return Ok((Bytes::new(), Vec::new()));
    }
    let limit = config.max_body_bytes;
    let announced = content_length(headers);
    if announced.is_some_and(|length| length > limit as u64) {
        // A client that asked whether to send has not sent anything yet.
        if !headers.contains_key(header::EXPECT) {
            discard(&mut body).await;
        }
        return Err(ProblemCode::BodyTooLarge);
    }
    let collected = timeout(
        config.body_timeout,
        collect(config, gate, &mut body, announced.unwrap_or_default()),
    );
    let result = collected.await.unwrap_or(Err(ProblemCode::RequestTimeout));
    if matches!(result, Err(ProblemCode::BodyTooLarge)) {
        discard(&mut body).await;
    }
    result
}

async fn collect<R>(
    config: &ServerConfig,
    gate: &Gate,
    body: &mut R,
    announced: u64,
) -> Result<Held, ProblemCode>
where
    R: Body<Data = Bytes> + Unpin,
{
    let announced = usize::try_from(announced).unwrap_or(usize::MAX);
    let mut memory = vec![gate.body(announced).ok_or(ProblemCode::Overloaded)?];
    let mut held = announced;
    let mut collected = BytesMut::new();
    let mut only = Bytes::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| ProblemCode::BodyInterrupted)?;
        // Trailers say nothing to any component here, and what one program reads
        // as trailers another can read as the next request.
        let data = frame.into_data().map_err(|_| ProblemCode::InvalidFraming)?;
        let length = only.len() + collected.len() + data.len();
        if length > config.max_body_bytes {
            return Err(ProblemCode::BodyTooLarge);
        }
        if length > held {
            memory.push(gate.body(length - held).ok_or(ProblemCode::Overloaded)?);
            held = length;
        }
        // Most bodies arrive in one piece, which needs no copy.
        if length == data.len() {
            only = data;
            continue;
        }
        if collected.is_empty() {
            collected.reserve(announced.max(length));
            collected.extend_from_slice(&std::mem::take(&mut only));
        }
        collected.extend_from_slice(&data);
    }
    let body = if collected.is_empty() {
        only
    } else {
        collected.freeze()
    };
    Ok((body, memory))
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

async fn discard<R: Body<Data = Bytes> + Unpin>(body: &mut R) {
    let all = async {
        let mut read = 0;
        while let Some(Ok(frame)) = body.frame().await {
            read += frame.data_ref().map_or(0, Bytes::len);
            if read > DISCARD {
                return;
            }
        }
    };
    // Whether it ended or not: the connection is closed after the answer.
    let _ = timeout(DISCARD_FOR, all).await;
}
