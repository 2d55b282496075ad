//! The load generator against servers that misbehave: what it counts is what
//! happened.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use bytes::Bytes;
use harness::load::{Expect, Outcome, Plan, Prepared, get, once, post, run, start};

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/// What a server does with its n-th request on a connection, the m-th it has:
/// false ends the connection.
type Answer = fn(&mut TcpStream, connection: usize, request: usize) -> bool;

/// A server that does this with every request, on a thread per connection. The
/// threads end with their connections, the listener's with the test.
fn server(answer: Answer) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for (connection, stream) in listener.incoming().enumerate() {
            let mut stream = stream.expect("a connection");
            std::thread::spawn(move || {
                let mut request = 0;
                while read_request(&mut stream) && answer(&mut stream, connection, request) {
                    request += 1;
                }
            });
        }
    });
    address
}

/// Reads one request; its body ends with a closing brace, or it has none.
fn read_request(stream: &mut TcpStream) -> bool {
    let mut seen = Vec::new();
    let mut byte = [0];
    while matches!(stream.read(&mut byte), Ok(1)) {
        seen.push(byte[0]);
        let posted = seen.starts_with(b"POST");
        if posted && seen.ends_with(b"}") || !posted && seen.ends_with(b"\r\n\r\n") {
            return true;
        }
    }
    false
}

fn say(stream: &mut TcpStream, text: &str) -> bool {
    stream.write_all(text.as_bytes()).is_ok()
}

fn plan(address: SocketAddr) -> Plan {
    Plan {
        address,
        requests: vec![Prepared {
            bytes: post("/", "{}"),
            expect: Expect::Body(Bytes::from_static(b"ok")),
        }],
        connections: 2,
        duration: Duration::from_millis(300),
        rate: Some(100.0),
        timeout: Duration::from_secs(5),
        keep_alive: true,
    }
}

/// Nothing is lost between what was sent and what was counted.
fn measure(plan: &Plan) -> Outcome {
    let outcome = run(plan).expect("a load");
    let counted = outcome.statuses.values().sum::<u64>() + outcome.failed + outcome.hung;
    assert_eq!(outcome.sent, counted, "{outcome:?}");
    assert_eq!(outcome.latencies.len() as u64, outcome.right());
    if plan.rate.is_some() {
        // A busy machine may keep the last ones from their turn.
        assert_eq!(outcome.sent + outcome.unsent, 30, "{outcome:?}");
    }
    outcome
}

#[test]
fn right_answers() {
    let outcome = measure(&plan(server(|stream, _, _| say(stream, OK))));
    assert_eq!(outcome.right(), outcome.sent, "{outcome:?}");
    assert_eq!((outcome.wrong, outcome.failed, outcome.hung), (0, 0, 0));
    assert!(outcome.last_trouble.is_none());
    assert!(outcome.latencies.percentile(50.0) <= outcome.latencies.max());
    assert!(outcome.longest_gap < outcome.elapsed);
}

#[test]
fn a_closed_loop_keeps_its_connections_busy() {
    let address = server(|stream, _, _| say(stream, OK));
    let closed = Plan {
        rate: None,
        ..plan(address)
    };
    let outcome = measure(&closed);
    assert!(outcome.right() > 100, "{outcome:?}");
    assert_eq!(outcome.right(), outcome.sent);
}

#[test]
fn requests_go_round_and_have_answers_of_their_own() {
    let address = server(|stream, _, request| {
        let body = if request.is_multiple_of(2) {
            "ok"
        } else {
            "no"
        };
        say(
            stream,
            &format!("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{body}"),
        )
    });
    let mut alternating = plan(address);
    alternating.connections = 1;
    alternating.requests.push(Prepared {
        bytes: get("/"),
        expect: Expect::Check(|body| body == b"no"),
    });
    let outcome = measure(&alternating);
    assert_eq!(outcome.right(), outcome.sent, "{outcome:?}");
}

#[test]
fn wrong_bodies() {
    let outcome = measure(&plan(server(|stream, _, _| {
        say(stream, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nno")
    })));
    assert_eq!((outcome.wrong, outcome.right()), (outcome.sent, 0));
    assert!(outcome.examples[0].contains("no"), "{outcome:?}");
    assert_eq!(outcome.longest_gap, outcome.elapsed);
}

#[test]
fn refusals_with_and_without_a_time() {
    let outcome = measure(&plan(server(|stream, _, request| {
        let when = ["retry-after: 1\r\n", ""][request % 2];
        let head = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n";
        say(stream, &format!("{head}{when}\r\n"))
    })));
    assert_eq!(outcome.status(503), outcome.sent);
    let unannounced = outcome.sent / 2 - 1..=outcome.sent / 2 + 1;
    assert!(unannounced.contains(&outcome.unannounced), "{outcome:?}");
    assert!(outcome.last_trouble.is_some());
}

#[test]
fn chunks_closing_and_interim_answers() {
    for answer in [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
    ] {
        let outcome = measure(&plan(one_answer(answer)));
        assert_eq!(outcome.right(), outcome.sent, "{outcome:?}");
    }
    // Answered, then closed: no failure, and nothing that had to be retried.
    for answer in [
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\n\r\nok",
        "HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok",
    ] {
        let outcome = measure(&plan(one_answer(answer)));
        let right = (outcome.right(), outcome.retried);
        assert_eq!(right, (outcome.sent, 0), "{outcome:?}");
    }
}

/// A server that gives this answer byte by byte, and closes unless it promised
/// another length.
fn one_answer(answer: &'static str) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let closes = answer.contains("close")
        || !answer.contains("hunked") && !answer.contains("length")
        || answer.starts_with("HTTP/1.0");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            stream.set_nodelay(true).expect("a TCP option");
            std::thread::spawn(move || {
                while read_request(&mut stream) {
                    for byte in answer.bytes() {
                        let _ = stream.write_all(&[byte]);
                    }
                    if closes {
                        return;
                    }
                }
            });
        }
    });
    address
}

#[test]
fn connections_that_close_without_an_answer() {
    let answers: [Answer; 3] = [
        |_, _, _| false,
        |stream, _, _| {
            say(stream, "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok");
            false
        },
        |stream, _, _| say(stream, "SSH-2.0-\r\n\r\n"),
    ];
    for answer in answers {
        let outcome = measure(&plan(server(answer)));
        assert_eq!(outcome.sent, outcome.failed, "{outcome:?}");
    }
}

#[test]
fn nobody_listens() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let mut busy = plan(address);
    busy.rate = None;
    let outcome = measure(&busy);
    // The pause after each failure keeps it from spinning.
    assert!((2..=40).contains(&outcome.failed), "{outcome:?}");
}

/// A server that closes after each answer without saying so, as when a
/// connection was idle for too long: every request is answered all the same.
#[test]
fn connections_that_were_closed_while_idle() {
    let outcome = measure(&plan(server(|stream, _, _| {
        say(stream, OK);
        false
    })));
    assert_eq!(outcome.right(), outcome.sent, "{outcome:?}");
    // Noticed only after the request was sent: sent again, once.
    let outcome = measure(&plan(server(|stream, _, request| {
        request == 0 && say(stream, OK)
    })));
    assert_eq!(outcome.right(), outcome.sent, "{outcome:?}");
    assert!(outcome.retried > 0, "{outcome:?}");
}

#[test]
fn servers_that_hang() {
    let mut hanging = plan(server(|_, _, _| true));
    hanging.timeout = Duration::from_millis(200);
    let outcome = measure(&hanging);
    assert_eq!((outcome.right(), outcome.failed), (0, 0), "{outcome:?}");
    assert!((2..=30).contains(&outcome.hung), "{outcome:?}");
    assert!(
        outcome.unsent > 0,
        "two connections, none free: {outcome:?}"
    );
    assert!(outcome.elapsed < Duration::from_secs(2), "{outcome:?}");
}

/// One connection, 100 requests a second, 50 ms per answer: each waits longer
/// than the one before, and that is seen.
#[test]
fn an_open_loop_counts_the_queue() {
    let mut slow = plan(server(|stream, _, _| {
        std::thread::sleep(Duration::from_millis(50));
        say(stream, OK)
    }));
    slow.connections = 1;
    let outcome = measure(&slow);
    assert!(
        outcome.latencies.max() >= Duration::from_millis(200),
        "{outcome:?}"
    );
    assert!(outcome.slowest < Duration::from_millis(200), "{outcome:?}");
    slow.rate = None;
    let outcome = measure(&slow);
    assert!(
        outcome.latencies.max() < Duration::from_millis(200),
        "{outcome:?}"
    );
}

#[test]
fn an_answer_before_the_request_is_complete() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        let refusal = "HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n";
        // Kept open and never read, so that the rest cannot be sent.
        let kept: Vec<_> = listener
            .incoming()
            .map(|stream| {
                let mut stream = stream.expect("a connection");
                say(&mut stream, refusal);
                stream
            })
            .collect();
        drop(kept);
    });
    let mut large = plan(address);
    large.requests[0].bytes = post("/", &" ".repeat(8 * 1024 * 1024));
    let outcome = measure(&large);
    assert_eq!(outcome.status(413), outcome.sent, "{outcome:?}");
}

#[test]
fn stopped_before_its_time() {
    let address = server(|stream, _, _| say(stream, OK));
    let long = Plan {
        duration: Duration::from_secs(60),
        ..plan(address)
    };
    let started = Instant::now();
    let running = start(long);
    std::thread::sleep(Duration::from_millis(200));
    assert!(running.elapsed() >= Duration::from_millis(200));
    let outcome = running.stop().expect("an outcome");
    assert!(started.elapsed() < Duration::from_secs(2), "{outcome:?}");
    assert!((10..=40).contains(&outcome.right()), "{outcome:?}");
    assert_eq!((outcome.failed, outcome.unsent), (0, 0), "{outcome:?}");
}

#[test]
fn each_request_once() {
    let answer = r#"{"a":1,"processing_time_us":17,"b":2}"#;
    let address = server(|stream, _, request| {
        let body = format!(r#"{{"a":1,"processing_time_us":{request},"b":2}}"#);
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        say(stream, &head) && say(stream, &body)
    });
    let mut round = plan(address);
    round.rate = None;
    round.duration = Duration::from_secs(60);
    let prepared = |expected: &str| Prepared {
        bytes: post("/", "{}"),
        expect: Expect::Timed(expected.to_owned().into()),
    };
    round.requests = vec![prepared(answer); 50];
    round.requests[7] = prepared(&answer.replace('2', "3"));
    let outcome = once(&round).expect("a load");
    let counted = (outcome.sent, outcome.right(), outcome.wrong);
    assert_eq!(counted, (50, 49, 1), "{outcome:?}");
    assert!(outcome.examples[0].contains("request 7:"), "{outcome:?}");
}

#[test]
fn plans_without_sense() {
    let address = server(|stream, _, _| say(stream, OK));
    for broken in [
        Plan {
            requests: Vec::new(),
            ..plan(address)
        },
        Plan {
            connections: 0,
            ..plan(address)
        },
        Plan {
            rate: Some(0.0),
            ..plan(address)
        },
    ] {
        assert!(run(&broken).is_err());
    }
}
