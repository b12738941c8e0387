//! A message after a while, without a tick in between.

use super::Task;
use iced::futures::channel::oneshot;
use std::thread;
use std::time::Duration;

/// Sends `message` once `delay` has passed. A thread that sleeps draws no frame and needs no timer of the toolkit; where
/// none can be started, no message comes.
pub fn after<M: Send + 'static>(delay: Duration, message: M) -> Task<M> {
    let (wake, woken) = oneshot::channel::<()>();
    let asleep = thread::Builder::new().name("clock".into()).spawn(move || {
        thread::sleep(delay);
        let _ = wake.send(());
    });
    if asleep.is_err() {
        return Task::none();
    }
    Task::future(async move { woken.await.ok().map(|()| message) }).and_then(Task::done)
}
