//! Something that becomes known once, and those who wait for it.
//!
//! Entry point: [`Signal`].

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// A value that comes later, once.
pub(crate) struct Signal<T> {
    value: RefCell<Option<T>>,
    waiting: RefCell<Vec<Waker>>,
}

impl<T> Default for Signal<T> {
    fn default() -> Self {
        Self {
            value: RefCell::default(),
            waiting: RefCell::default(),
        }
    }
}

impl<T: Clone> Signal<T> {
    /// Makes the value known. A second value is ignored.
    pub(crate) fn set(&self, value: T) {
        self.value.borrow_mut().get_or_insert(value);
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    /// Waits for the value.
    pub(crate) async fn wait(&self) -> T {
        poll_fn(|context| match &*self.value.borrow() {
            Some(value) => Poll::Ready(value.clone()),
            None => {
                self.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }
}

/// Lets everything that already stands in the queue of microtasks go first.
pub(crate) async fn after_the_others() {
    let mut first = true;
    poll_fn(|context| {
        if std::mem::take(&mut first) {
            context.waker().wake_by_ref();
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
}
