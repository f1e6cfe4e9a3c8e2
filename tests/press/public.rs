//! The files in a paper's `public/` are published as they are.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Newsroom, files, story};

fn newsroom() -> Newsroom {
    Newsroom::new().story("a", &story("The first edition"))
}

fn paper(public: &str) -> Value {
    json!({
        "name": "The Quay", "language": "en-GB", "sections": [{ "slug": "city", "name": "City" }], "public": public,
    })
}

#[test]
fn its_files_stand_at_the_top_of_the_bundle_hidden_ones_too() {
    let newsroom = newsroom();
    let laid = [
        "CNAME",
        ".well-known/security.txt",
        "stories/a/data.csv",
        ".hidden",
        "Ünïcode name.txt",
    ];
    for file in laid {
        newsroom.write(&format!("paper/public/{file}"), file);
    }
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    for file in laid {
        assert_eq!(newsroom.printed(file), file);
    }
    assert!(!newsroom.path("printed/public").exists());
    // The next build knows them for its own.
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(!run.err.contains("did not print"), "{}", run.err);
}

#[test]
fn a_file_that_vanishes_from_it_vanishes_from_the_bundle() {
    let newsroom = newsroom();
    newsroom.write("paper/public/.well-known/token", "x");
    newsroom.write("paper/public/CNAME", "quay.example");
    assert_eq!(newsroom.build(&[]).code, 0);
    fs::remove_dir_all(newsroom.path("paper/public/.well-known")).unwrap();
    let run = newsroom.build(&[]);
    assert!(
        !newsroom.path("printed/.well-known").exists(),
        "{}",
        run.err
    );
    assert_eq!(newsroom.printed("CNAME"), "quay.example");
}

#[test]
fn what_would_stand_in_the_place_of_something_printed_is_a_fault_of_both_and_left_out() {
    let newsroom = newsroom();
    for file in [
        "robots.txt",
        "Index.html",
        "stories/a/index.html",
        "stories/a.txt",
        "assets/x.js",
        "topics",
    ] {
        newsroom.write(&format!("paper/public/{file}"), "mine");
    }
    let check = newsroom.check();
    assert_eq!(check.code, 1);
    assert_eq!(
        check.out.matches("error[taken-address]").count(),
        5,
        "{}",
        check.out
    );
    assert!(
        check
            .out
            .contains("`stories/a/index.html` is taken: the page of `stories/a.json` stands there"),
        "{}",
        check.out
    );
    assert!(check.out.contains("--> public/robots.txt"), "{}", check.out);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.err);
    let mine: Vec<String> = files(&newsroom.path("printed"))
        .into_iter()
        .filter(|(_, content)| content == b"mine")
        .map(|(file, _)| file)
        .collect();
    assert_eq!(mine, ["stories/a.txt"]);
}

#[test]
fn the_paper_names_another_folder_or_none() {
    let newsroom = newsroom().paper(&paper("web/as-is/"));
    newsroom.write("paper/web/as-is/CNAME", "quay.example");
    newsroom.write("paper/public/draft.txt", "not to be published");
    assert_eq!(newsroom.build(&[]).code, 0);
    assert_eq!(newsroom.printed("CNAME"), "quay.example");
    assert!(!newsroom.path("printed/draft.txt").exists());
    let newsroom = newsroom.paper(&paper(""));
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(!newsroom.path("printed/CNAME").exists());
    assert!(!newsroom.path("printed/draft.txt").exists());
}

#[test]
fn a_folder_of_sources_is_not_published_as_it_is() {
    for (public, code) in [
        (".", "path-out-of-paper"),
        ("../elsewhere", "path-out-of-paper"),
        ("stories", "bad-public"),
        ("stories/2026", "bad-public"),
        ("nowhere", "missing-file"),
        ("paper.json", "missing-file"),
    ] {
        let newsroom = newsroom().paper(&paper(public));
        fs::create_dir_all(newsroom.path("paper/stories/2026")).unwrap();
        let check = newsroom.check();
        assert_eq!(check.code, 1, "{public}");
        assert!(
            check.out.contains(&format!("error[{code}]")),
            "{public}: {}",
            check.out
        );
        assert!(
            check.out.contains("--> paper.json:1:"),
            "{public}: {}",
            check.out
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_paper_publishes_nothing_and_one_inside_of_it_its_file() {
    use std::os::unix::fs::symlink;
    let newsroom = newsroom();
    newsroom.write("secret/plan.txt", "the secret plan");
    newsroom.write("paper/pictures/logo.svg", "<svg/>");
    fs::create_dir(newsroom.path("paper/public")).unwrap();
    for (link, target) in [
        ("plan.txt", "../../secret/plan.txt"),
        ("plans", "../../secret"),
        ("nothing", "nowhere"),
        ("pictures", "../pictures"),
        ("logo.svg", "../pictures/logo.svg"),
    ] {
        symlink(target, newsroom.path("paper/public").join(link)).unwrap();
    }
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(
        run.out.matches("error[link-out-of-paper]").count(),
        4,
        "{}",
        run.out
    );
    assert_eq!(newsroom.printed("logo.svg"), "<svg/>");
    let printed = files(&newsroom.path("printed"));
    assert!(
        !printed
            .values()
            .any(|content| content == b"the secret plan")
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_out_of_the_paper_is_not_published() {
    let newsroom = newsroom();
    newsroom.write("secret/plan.txt", "the secret plan");
    std::os::unix::fs::symlink("../secret", newsroom.path("paper/public")).unwrap();
    let check = newsroom.check();
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains("error[link-out-of-paper]"),
        "{}",
        check.out
    );
    newsroom.build(&[]);
    assert!(!newsroom.path("printed/plan.txt").exists());
}

/// Reading a pipe that nobody writes to would never end.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_a_fault() {
    let newsroom = newsroom();
    fs::create_dir(newsroom.path("paper/public")).unwrap();
    let pipe = newsroom.path("paper/public/pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.out.contains("neither a file nor a folder"),
        "{}",
        run.out
    );
}

#[test]
fn a_copy_that_a_publisher_compressed_is_published_as_it_is() {
    let newsroom = newsroom();
    newsroom.write("paper/public/data.json", &"long ".repeat(1000));
    newsroom.write("paper/public/data.json.gz", "made with care");
    assert_eq!(newsroom.build(&["--compress"]).code, 0);
    assert_eq!(newsroom.printed("data.json.gz"), "made with care");
    assert!(newsroom.path("printed/data.json.br").is_file());
}
