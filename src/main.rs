//! Two doors: natively the `newsprint` command; in Wasm the reader's start.

#[cfg(target_arch = "wasm32")]
fn main() {
    newsprint::reader::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    newsprint::command::run()
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
