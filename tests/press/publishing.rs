//! A paper is published whole, or not at all, and never over somebody else's files.

use std::fs;

#[cfg(target_os = "linux")]
use crate::disk::{Disk, mount};
use crate::support::{Newsroom, files, newsprint, story};

/// A newsroom whose paper has been printed once.
fn printed() -> Newsroom {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    assert_eq!(newsroom.build(&[]).code, 0);
    newsroom
}

/// What stands beside the printed paper.
fn beside(newsroom: &Newsroom) -> Vec<String> {
    let entries = fs::read_dir(newsroom.path("")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_as_it_is() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    newsroom.write("printed/thesis.txt", "three years of work");
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("holds files that Newsprint did not print"),
        "{}",
        run.err
    );
    assert_eq!(newsroom.printed("thesis.txt"), "three years of work");
    assert_eq!(files(&newsroom.path("printed")).len(), 1);
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

#[test]
fn the_folder_of_the_paper_itself_is_refused() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    let paper = newsroom.path("paper");
    let run = newsprint([
        "build".as_ref(),
        paper.as_os_str(),
        "--out".as_ref(),
        paper.as_os_str(),
    ]);
    assert_eq!(run.code, 2);
    assert!(paper.join("stories/a.json").is_file());
}

#[test]
fn a_file_is_no_folder_to_print_into() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    newsroom.write("printed", "a letter");
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is a file"), "{}", run.err);
    assert_eq!(
        fs::read_to_string(newsroom.path("printed")).unwrap(),
        "a letter"
    );
}

#[test]
fn an_output_folder_below_a_file_cannot_be_made() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    newsroom.write("letter", "a letter");
    let (paper, below) = (newsroom.path("paper"), newsroom.path("letter/printed"));
    let run = newsprint([
        "build".as_ref(),
        paper.as_os_str(),
        "--out".as_ref(),
        below.as_os_str(),
    ]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("cannot be made"), "{}", run.err);
}

#[test]
fn an_empty_folder_is_printed_into() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    fs::create_dir(newsroom.path("printed")).unwrap();
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(newsroom.path("printed/index.html").is_file());
}

#[test]
fn a_build_replaces_the_whole_of_an_earlier_one() {
    let newsroom = printed().story("b", &story("The second edition"));
    fs::remove_file(newsroom.path("paper/stories/a.json")).unwrap();
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(newsroom.path("printed/stories/b/index.html").is_file());
    assert!(!newsroom.path("printed/stories/a").exists());
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

/// The folder to print into is so deep that a short story's page just has a path that Linux takes, and a long one's not.
#[cfg(target_os = "linux")]
#[test]
fn a_build_that_fails_midway_leaves_the_old_paper_and_nothing_else() {
    const LONGEST_PATH: usize = 4096;
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    let mut deep = newsroom.path("deep");
    while deep.as_os_str().len() < LONGEST_PATH - 300 {
        deep.push("d".repeat(100));
    }
    let (paper, out) = (newsroom.path("paper"), deep.join("printed"));
    let build = || {
        newsprint([
            "build".as_ref(),
            paper.as_os_str(),
            "--out".as_ref(),
            out.as_os_str(),
        ])
    };
    assert_eq!(build().code, 0);
    let before = files(&out);

    let newsroom = newsroom.story(&"b".repeat(200), &story("The second edition"));
    let run = build();
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(
        run.err.contains("/index.html cannot be written"),
        "{}",
        run.err
    );
    assert_eq!(files(&out), before);
    assert_eq!(fs::read_dir(&deep).unwrap().count(), 1);
    drop(newsroom);
}

#[test]
fn a_second_build_into_the_same_place_says_so_and_leaves_the_first_alone() {
    let newsroom = printed();
    let before = files(&newsroom.path("printed"));
    let lock = newsroom.path(".printed.newsprint-lock");
    let held = fs::File::create(&lock).unwrap();
    held.lock().unwrap();
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("another build is printing into"),
        "{}",
        run.err
    );
    assert_eq!(files(&newsroom.path("printed")), before);
    drop(held);
    assert_eq!(newsroom.build(&[]).code, 0);
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

#[test]
fn a_paper_without_its_folder_of_stories_is_not_printed_over_the_one_before() {
    let newsroom = printed();
    let before = files(&newsroom.path("printed"));
    fs::rename(
        newsroom.path("paper/stories"),
        newsroom.path("paper/storis"),
    )
    .unwrap();
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.err.contains("Nothing was printed."), "{}", run.err);
    assert_eq!(files(&newsroom.path("printed")), before);
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_the_old_paper_and_the_next_one_clears_up() {
    let mut newsroom = printed();
    let before = files(&newsroom.path("printed"));
    for number in 0..2000 {
        newsroom = newsroom.story(&format!("later-{number}"), &story("A later edition"));
    }
    let mut killed = crate::support::command()
        .arg("build")
        .arg(newsroom.path("paper"))
        .arg("--out")
        .arg(newsroom.path("printed"))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let half = newsroom.path(&format!(".printed.newsprint-{}", killed.id()));
    while !half.join("stories").exists() {
        assert!(killed.try_wait().unwrap().is_none(), "it ended too soon");
    }
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert!(half.exists());
    assert_eq!(files(&newsroom.path("printed")), before);
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(
        newsroom
            .path("printed/stories/later-7/index.html")
            .is_file()
    );
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

#[test]
fn a_paper_that_a_killed_build_had_put_aside_is_put_back() {
    let newsroom = printed();
    let before = files(&newsroom.path("printed"));
    fs::rename(
        newsroom.path("printed"),
        newsroom.path(".printed.newsprint-1-old"),
    )
    .unwrap();
    assert_eq!(newsroom.build(&[]).code, 0);
    assert_eq!(files(&newsroom.path("printed")), before);
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

/// Writes a file as large as its disk lets it become.
#[cfg(target_os = "linux")]
fn fill(file: &std::path::Path) {
    use std::io::Write as _;
    let mut file = fs::File::create(file).unwrap();
    while file.write_all(&[0; 4096]).is_ok() {}
}

/// Prints onto a disk, does something to it, and prints again: what the second build says. The first paper is whole then.
#[cfg(target_os = "linux")]
fn second_build_onto(
    newsroom: &Newsroom,
    meanwhile: impl FnOnce(&std::path::Path),
) -> Option<String> {
    let disk = Disk::mount(newsroom.path("disk"))?;
    let out = disk.0.join("printed");
    let build = || {
        newsprint([
            "build".as_ref(),
            newsroom.path("paper").as_os_str(),
            "--out".as_ref(),
            out.as_os_str(),
        ])
    };
    let first = build();
    assert_eq!(first.code, 0, "{}", first.err);
    let before = files(&out);
    meanwhile(&disk.0);
    let second = build();
    assert_eq!(second.code, 2, "{}", second.out);
    assert_eq!(files(&out), before);
    Some(second.err)
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_paper_and_says_what_cannot_be_written() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    let said = second_build_onto(&newsroom, |disk| fill(&disk.join("ballast")));
    if let Some(said) = said {
        assert!(said.contains("No space left on device"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_may_only_be_read_leaves_the_old_paper_and_is_named() {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    let said = second_build_onto(&newsroom, |disk| {
        assert!(mount(&["-o", "remount,ro"], disk));
    });
    if let Some(said) = said {
        assert!(said.contains("Read-only file system"), "{said}");
        assert!(said.contains("disk/printed cannot be written to"), "{said}");
    }
}

#[test]
fn a_base_url_that_is_none_leaves_the_old_paper() {
    let newsroom = printed();
    let before = files(&newsroom.path("printed"));
    for url in [
        "",
        "news",
        "//x.example/",
        "ftp://x.example/",
        "https://",
        "https://x.example/?a",
        "https://x y/",
    ] {
        let run = newsroom.build(&["--base-url", url]);
        assert_eq!(run.code, 2, "{url}");
        assert!(
            run.err.contains("is no address of a folder on the web"),
            "{}",
            run.err
        );
        assert_eq!(files(&newsroom.path("printed")), before);
    }
}

/// Two builds start together; whichever comes first prints, and the other says so.
#[test]
fn of_two_builds_at_once_one_prints_the_whole_paper() {
    let mut newsroom = Newsroom::new();
    for number in 0..300 {
        newsroom = newsroom.story(&format!("story-{number}"), &story("An edition"));
    }
    let build = || {
        crate::support::command()
            .arg("build")
            .arg(newsroom.path("paper"))
            .arg("--out")
            .arg(newsroom.path("printed"))
            .output()
            .unwrap()
    };
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(build);
        let other = build();
        (one.join().unwrap(), other)
    });
    for output in [&one, &other] {
        let said = String::from_utf8_lossy(&output.stderr);
        let refused = said.contains("another build is printing into");
        // The second may also have come after the first had ended.
        assert!(output.status.success() != refused, "{said}");
    }
    assert!(one.status.success() || other.status.success());
    for number in 0..300 {
        let page = format!("printed/stories/story-{number}/index.json");
        assert!(newsroom.path(&page).is_file(), "{page}");
    }
    assert_eq!(beside(&newsroom), ["paper", "printed"]);
}

/// What a link out of the paper leads to is never published.
#[cfg(unix)]
#[test]
fn a_link_out_of_the_paper_publishes_nothing_of_what_lies_there() {
    use std::os::unix::fs::symlink;
    let newsroom = printed();
    newsroom.write("secret/plan.json", &story("The secret plan").to_string());
    newsroom.write("secret/plan.jpg", "The secret plan");
    for (name, target) in [
        ("stories/plan.json", "secret/plan.json"),
        ("stories/plans", "secret"),
        ("pictures", "secret"),
    ] {
        symlink(newsroom.path(target), newsroom.path("paper").join(name)).unwrap();
    }
    let mut shown = story("The first edition");
    shown["body"] = serde_json::json!(["One.", { "audio": { "source": "pictures/plan.jpg" } }]);
    let newsroom = newsroom.story("a", &shown);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(
        run.out.matches("leads out of the paper's folder").count(),
        3,
        "{}",
        run.out
    );
    for (file, bytes) in files(&newsroom.path("printed")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("secret plan"), "{file}");
    }
}
