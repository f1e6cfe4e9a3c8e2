//! The programs that drive browsers. Entry point: [`Driver::of`].

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Weak};
use std::thread::sleep;
use std::time::Duration;

use super::{Engine, Setting, SharedBrowser};

/// Ports that are tried where a driver cannot choose its own: somebody may take one before the driver does.
const TRIES: usize = 5;

/// Looks at a driver that starts, and the time between two of them.
const LOOKS: usize = 500;
const LOOK: Duration = Duration::from_millis(20);

/// A running driver; it ends with the last test that holds it.
pub(crate) struct Driver {
    process: Ended,
    /// The screen that its browser is shown on.
    screen: Option<Ended>,
    port: u16,
    /// Browsers that no test reads in now.
    browsers: Mutex<Vec<SharedBrowser>>,
}

/// A process that ends with its holder.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

static CHROMEDRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

impl Driver {
    /// A driver that can open one session more. Chromedriver has any number; the others have one each.
    pub(crate) fn of(engine: Engine) -> Arc<Self> {
        match engine {
            Engine::Chromium => {
                let mut running = CHROMEDRIVER.lock().unwrap();
                running.upgrade().unwrap_or_else(|| {
                    let driver = Arc::new(Self::chromedriver());
                    *running = Arc::downgrade(&driver);
                    driver
                })
            }
            Engine::Firefox => Arc::new(Self::geckodriver()),
            Engine::WebKit => Arc::new(Self::webkit()),
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// A browser that no other test reads in, where the setting allows for one that others have read in.
    pub(crate) fn borrow_browser(&self, setting: &Setting) -> Option<SharedBrowser> {
        setting.can_share().then(|| {
            let idle = self.browsers.lock().unwrap().pop();
            idle.unwrap_or_else(|| {
                SharedBrowser::start(self.port, &setting.engine.capabilities(setting))
            })
        })
    }

    /// Takes a browser back for the next test.
    pub(crate) fn return_browser(&self, browser: SharedBrowser) {
        self.browsers.lock().unwrap().push(browser);
    }

    fn chromedriver() -> Self {
        let (process, port) = start(
            program("CHROMEDRIVER", "chromedriver").arg("--port=0"),
            |line| {
                // "ChromeDriver was started successfully on port 40123."
                let (_, port) = line.split_once("successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            },
        );
        Self {
            process,
            screen: None,
            port,
            browsers: Mutex::default(),
        }
    }

    fn geckodriver() -> Self {
        let mut command = program("GECKODRIVER", "geckodriver");
        // Ports of its choice, for itself and for what nobody uses here; and what its browser says of pages is asked of
        // the browser itself.
        command.args(["--port=0", "--websocket-port=0", "--allow-system-access"]);
        let (process, port) = start(&mut command, |line| {
            // "1795784799231	geckodriver	INFO	Listening on 127.0.0.1:53985"
            let (_, port) = line.split_once("geckodriver\tINFO\tListening on 127.0.0.1:")?;
            port.parse().ok()
        });
        Self {
            process,
            screen: None,
            port,
            browsers: Mutex::default(),
        }
    }

    fn webkit() -> Self {
        // The display of its choice, which it writes as a line.
        let mut command = program("XVFB", "Xvfb");
        command.args([
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            "1280x1000x24",
        ]);
        let (screen, display) = start(&mut command, |line| line.parse::<u16>().ok());
        for _ in 0..TRIES {
            let port = free_port();
            let mut command = program("WEBKITWEBDRIVER", "WebKitWebDriver");
            command.arg(format!("--port={port}"));
            command.env("DISPLAY", format!(":{display}"));
            // A session of the desktop that happens to be there is none of its business.
            command.env_remove("WAYLAND_DISPLAY");
            let process = spawn(command.stdout(Stdio::null()));
            if let Some(process) = listening(process, port) {
                return Self {
                    process,
                    screen: Some(screen),
                    port,
                    browsers: Mutex::default(),
                };
            }
        }
        panic!("WebKitWebDriver does not listen on any of {TRIES} free ports");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // They end with sessions of the driver, so before it.
        self.browsers.lock().unwrap().clear();
        // The screen after the driver: with it ends a browser that the driver left.
        let _ = self.process.0.kill();
        self.screen.take();
    }
}

/// A program that a variable names, or one on `PATH`.
fn program(variable: &str, name: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| name.into()))
}

fn spawn(command: &mut Command) -> Ended {
    let started = command.stderr(Stdio::null()).spawn();
    Ended(started.unwrap_or_else(|error| {
        let program = command.get_program().display();
        panic!("{program} does not start: {error}; `cargo xtask setup` says what is missing")
    }))
}

/// Starts a program and reads what it says until a line has what is looked for.
fn start<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> (Ended, T) {
    let mut process = spawn(command.stdout(Stdio::piped()));
    let mut said = BufReader::new(process.0.stdout.take().unwrap()).lines();
    let value = said
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| found(line.trim()))
        .unwrap_or_else(|| panic!("{} ended as it started", command.get_program().display()));
    // Nobody may close the other end: a program that cannot write its log ends.
    std::thread::spawn(move || said.for_each(drop));
    (process, value)
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Waits until a process listens on a port; one that ends has found it taken.
fn listening(mut process: Ended, port: u16) -> Option<Ended> {
    for _ in 0..LOOKS {
        let answers = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        if process.0.try_wait().unwrap().is_some() {
            return None;
        }
        if answers {
            return Some(process);
        }
        sleep(LOOK);
    }
    None
}
