//! One thread that owns the store and does what it is asked, in order: nothing is written on the interface's thread, and no
//! two writes can overtake each other.

use iced::Task;
use iced::futures::channel::oneshot;
use std::sync::mpsc;
use std::thread;

type Job<S> = Box<dyn FnOnce(&mut S) + Send>;

/// A handle to the thread; the thread ends, and lets go of the store, when the last handle is dropped.
pub struct Worker<S> {
    jobs: mpsc::Sender<Job<S>>,
}

impl<S> Clone for Worker<S> {
    fn clone(&self) -> Self {
        Self {
            jobs: self.jobs.clone(),
        }
    }
}

impl<S> std::fmt::Debug for Worker<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Worker(..)")
    }
}

impl<S: Send + 'static> Worker<S> {
    /// Starts the thread, which owns `state` from now on.
    pub fn start(mut state: S) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job<S>>();
        thread::Builder::new().name("store".into()).spawn(move || {
            for job in queue {
                job(&mut state);
            }
        })?;
        Ok(Self { jobs })
    }

    /// Queues `job`; its answer comes back as a message. No answer comes where the thread is gone.
    pub fn ask<T, M>(
        &self,
        job: impl FnOnce(&mut S) -> T + Send + 'static,
        message: impl FnOnce(T) -> M + Send + 'static,
    ) -> Task<M>
    where
        T: Send + 'static,
        M: Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let queued = self.jobs.send(Box::new(move |state| {
            // The app may have been closed while the job waited.
            let _ = answer.send(job(state));
        }));
        if queued.is_err() {
            return Task::none();
        }
        as_message(answered, message)
    }
}

/// What takes too long for the interface's thread and has nothing to do with the store.
pub fn aside<T, M>(
    job: impl FnOnce() -> T + Send + 'static,
    message: impl FnOnce(T) -> M + Send + 'static,
) -> Task<M>
where
    T: Send + 'static,
    M: Send + 'static,
{
    let (answer, answered) = oneshot::channel();
    let spawned = thread::Builder::new().name("aside".into()).spawn(move || {
        // The app may have been closed while this went on.
        let _ = answer.send(job());
    });
    if spawned.is_err() {
        return Task::none();
    }
    as_message(answered, message)
}

/// The answer as a message; none where the thread ended without one.
fn as_message<T, M>(
    answered: oneshot::Receiver<T>,
    message: impl FnOnce(T) -> M + Send + 'static,
) -> Task<M>
where
    T: Send + 'static,
    M: Send + 'static,
{
    Task::future(async move { answered.await.ok().map(message) }).and_then(Task::done)
}

/// A message after a while. A thread that sleeps costs nothing and needs no clock of the toolkit.
pub fn after<M: Send + 'static>(delay: std::time::Duration, message: M) -> Task<M> {
    let (wake, woken) = oneshot::channel::<()>();
    let spawned = thread::Builder::new().name("timer".into()).spawn(move || {
        thread::sleep(delay);
        let _ = wake.send(());
    });
    if spawned.is_err() {
        return Task::none();
    }
    Task::future(async move {
        let _ = woken.await;
        message
    })
}
