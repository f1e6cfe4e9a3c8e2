//! The door of the tools: in Wasm their start. They are a module of their own, which the reader loads.

#[cfg(target_arch = "wasm32")]
fn main() {
    newsprint::tools::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!(
        "The reader's tools run in a browser. `cargo xtask build` builds them with the reader."
    );
    std::process::ExitCode::from(2)
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
