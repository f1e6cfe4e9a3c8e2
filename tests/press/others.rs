//! What others laid into a printed folder is kept, and told of once.

use std::fs;

use crate::support::{Newsroom, Run, files, story};

/// A newsroom whose paper has been printed once.
fn printed() -> Newsroom {
    let newsroom = Newsroom::new().story("a", &story("The first edition"));
    assert_eq!(newsroom.build(&[]).code, 0);
    newsroom
}

/// Prints once more, and holds that it can be done.
fn print_again(newsroom: &Newsroom) -> Run {
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run
}

/// The notes of a build that are about the output folder.
fn notes(run: &Run) -> Vec<&str> {
    let about = |line: &&str| line.contains("printed") && line.starts_with("note: ");
    run.err.lines().filter(about).collect()
}

#[test]
fn what_others_laid_there_is_kept_and_told_of_once() {
    let newsroom = printed();
    let laid = [
        ("CNAME", "quay.example"),
        (".git/HEAD", "ref: refs/heads/pages"),
        (".git/objects/ab/cdef", "history"),
        (".well-known/acme-challenge/token", "secret"),
        ("google1234.html", "verified"),
        ("stories/a/letter.txt", "of a reader"),
        ("assets/own.jpg", "precious"),
        ("stories/elsewhere/index.html", "by hand"),
    ];
    for (file, content) in laid {
        newsroom.write(&format!("printed/{file}"), content);
    }
    fs::create_dir(newsroom.path("printed/empty")).unwrap();
    for _ in 0..2 {
        let run = print_again(&newsroom);
        for (file, content) in laid {
            assert_eq!(newsroom.printed(file), content, "{file}");
        }
        assert!(newsroom.path("printed/empty").is_dir());
        let notes = notes(&run);
        assert_eq!(notes.len(), 1, "{}", run.err);
        assert!(
            notes[0].ends_with(
                ": .git, .well-known, CNAME, assets/own.jpg, empty, google1234.html, stories/a/letter.txt, stories/elsewhere."
            ),
            "{}",
            run.err
        );
    }
}

#[test]
fn a_build_over_a_build_says_nothing_of_others() {
    let newsroom = printed();
    let before = files(&newsroom.path("printed"));
    let run = print_again(&newsroom);
    assert_eq!(notes(&run), [""; 0]);
    assert_eq!(files(&newsroom.path("printed")), before);
}

#[test]
fn what_the_press_printed_and_prints_no_more_is_gone() {
    let newsroom = printed();
    newsroom.build(&["--compress"]);
    assert!(newsroom.path("printed/index.html.gz").is_file());
    fs::rename(
        newsroom.path("paper/stories/a.json"),
        newsroom.path("paper/stories/b.json"),
    )
    .unwrap();
    let run = print_again(&newsroom);
    assert_eq!(notes(&run), [""; 0]);
    assert!(!newsroom.path("printed/stories/a").exists());
    assert!(!newsroom.path("printed/index.html.gz").exists());
}

#[cfg(unix)]
#[test]
fn links_and_rights_are_kept_as_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let newsroom = printed();
    newsroom.write("printed/stories/a/secret.txt", "x");
    let rights = |file: &str| {
        let there = fs::metadata(newsroom.path(file)).unwrap();
        there.permissions().mode() & 0o7777
    };
    for (file, mode) in [("printed/stories/a/secret.txt", 0o600), ("printed", 0o2750)] {
        fs::set_permissions(newsroom.path(file), fs::Permissions::from_mode(mode)).unwrap();
    }
    for (link, target) in [("latest", "stories/a"), ("stories/dead", "../nowhere")] {
        symlink(target, newsroom.path("printed").join(link)).unwrap();
    }
    print_again(&newsroom);
    assert_eq!(rights("printed/stories/a/secret.txt"), 0o600);
    assert_eq!(rights("printed"), 0o2750);
    for (link, target) in [("latest", "stories/a"), ("stories/dead", "../nowhere")] {
        let leads_to = fs::read_link(newsroom.path("printed").join(link)).unwrap();
        assert_eq!(leads_to.to_str().unwrap(), target);
    }
}

/// A build whose output is refused, and that leaves all as it was.
fn assert_refused(newsroom: &Newsroom, names: &str) {
    let before = files(&newsroom.path(""));
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains(names), "{}", run.err);
    assert_eq!(files(&newsroom.path("")), before);
}

#[test]
fn what_others_laid_where_the_paper_prints_now_is_not_printed_over() {
    let newsroom = printed();
    newsroom.write("printed/stories/b/index.html", "by hand");
    newsroom.write("printed/stories/c", "a file, not a folder");
    let newsroom = newsroom
        .story("b", &story("The second"))
        .story("c", &story("The third"));
    assert_refused(&newsroom, "stories/b/index.html, stories/c.");
    fs::remove_dir_all(newsroom.path("printed/stories/b")).unwrap();
    fs::remove_file(newsroom.path("printed/stories/c")).unwrap();
    print_again(&newsroom);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_what_was_printed_is_not_printed_over() {
    let newsroom = printed();
    fs::rename(newsroom.path("printed/assets"), newsroom.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", newsroom.path("printed/assets")).unwrap();
    assert_refused(&newsroom, ": assets.");
}

#[test]
fn what_others_laid_there_and_the_paper_prints_to_the_byte_is_no_clash() {
    let newsroom = printed().story("b", &story("The second"));
    let elsewhere = newsroom.build_into("elsewhere", &[]);
    assert_eq!(elsewhere.code, 0);
    let page = fs::read(newsroom.path("elsewhere/stories/b/index.html")).unwrap();
    newsroom.write(
        "printed/stories/b/index.html",
        std::str::from_utf8(&page).unwrap(),
    );
    let run = print_again(&newsroom);
    assert_eq!(notes(&run), [""; 0]);
    assert!(newsroom.path("printed/stories/b/index.json").is_file());
}

#[test]
fn a_printed_file_that_somebody_changed_is_printed_anew_and_told_of() {
    let newsroom = printed();
    let before = newsroom.printed("robots.txt");
    newsroom.write("printed/robots.txt", "User-agent: *\nDisallow: /");
    let run = print_again(&newsroom);
    assert_eq!(newsroom.printed("robots.txt"), before);
    assert_eq!(notes(&run).len(), 1, "{}", run.err);
    assert!(notes(&run)[0].contains("robots.txt"), "{}", run.err);
    assert_eq!(notes(&print_again(&newsroom)), [""; 0]);
}

/// Servers would send them in the place of the new files.
#[test]
fn compressed_copies_of_what_has_changed_are_left_out_and_told_of() {
    let newsroom = printed();
    newsroom.write("printed/index.html.gz", "small");
    newsroom.write("printed/robots.txt.gz", "small");
    newsroom.write("printed/data.csv.gz", "small");
    let newsroom = newsroom.story("b", &story("The second"));
    let run = print_again(&newsroom);
    assert!(!newsroom.path("printed/index.html.gz").exists());
    assert_eq!(newsroom.printed("robots.txt.gz"), "small");
    assert_eq!(newsroom.printed("data.csv.gz"), "small");
    assert!(
        run.err
            .contains(": index.html.gz. Those are compressed copies"),
        "{}",
        run.err
    );
}

/// A bundle of a Newsprint that noted nothing: what is surely ours goes, and nothing else.
#[test]
fn of_a_bundle_without_a_list_only_what_the_press_must_have_printed_is_replaced() {
    let mut first = story("The first edition");
    first["aliases"] = serde_json::json!(["/old.html", "/2019/old/"]);
    let newsroom = Newsroom::new().story("a", &first);
    assert_eq!(newsroom.build(&["--compress"]).code, 0);
    fs::remove_file(newsroom.path("printed/.newsprint-files")).unwrap();
    let laid = [
        "CNAME",
        "assets/own-logo.png",
        "sitemap-shop.xml",
        "2019/index.html",
        "stories/a/note.txt",
    ];
    for file in laid {
        newsroom.write(&format!("printed/{file}"), "precious");
    }
    newsroom.write(
        "printed/assets/quay-1a2b3c4d5e6f-640.webp",
        "of a picture that is no more",
    );
    fs::remove_file(newsroom.path("paper/stories/a.json")).unwrap();
    let newsroom = newsroom.story("b", &story("The second edition"));
    let run = print_again(&newsroom);
    for file in laid {
        assert_eq!(newsroom.printed(file), "precious", "{file}");
    }
    assert!(
        run.err.contains(
            ": 2019/index.html, CNAME, assets/own-logo.png, sitemap-shop.xml, stories/a/note.txt."
        ),
        "{}",
        run.err
    );
    // Beside these, it is what a build into a new folder prints.
    assert_eq!(newsroom.build_into("fresh", &[]).code, 0);
    let (mut all, fresh) = (
        files(&newsroom.path("printed")),
        files(&newsroom.path("fresh")),
    );
    all.retain(|file, _| !laid.contains(&file.as_str()));
    assert_eq!(
        all.keys().collect::<Vec<_>>(),
        fresh.keys().collect::<Vec<_>>()
    );
}

/// The swap was done, and the build killed before all was carried over.
#[test]
fn what_a_killed_build_had_not_carried_over_yet_is_carried_by_the_next() {
    let newsroom = printed();
    newsroom.write("printed/CNAME", "quay.example");
    newsroom.write("printed/stories/a/letter.txt", "of a reader");
    fs::rename(
        newsroom.path("printed"),
        newsroom.path(".printed.newsprint-1-old"),
    )
    .unwrap();
    assert_eq!(newsroom.build_into("fresh", &[]).code, 0);
    fs::rename(newsroom.path("fresh"), newsroom.path("printed")).unwrap();
    print_again(&newsroom);
    assert_eq!(newsroom.printed("CNAME"), "quay.example");
    assert_eq!(newsroom.printed("stories/a/letter.txt"), "of a reader");
    assert_eq!(fs::read_dir(newsroom.path("")).unwrap().count(), 2);
}

/// Nobody but its owner can move a folder of somebody else's in a folder where things stick.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_carried_over_leaves_everything_as_it_was() {
    let newsroom = printed();
    newsroom.write("printed/.git/HEAD", "ref: refs/heads/pages");
    newsroom.write("printed/CNAME", "quay.example");
    let newsroom = newsroom.story("b", &story("The second"));
    let git = newsroom.path("printed/.git");
    let immutable = |how: &str| {
        let run = std::process::Command::new("chattr")
            .arg(how)
            .arg(&git)
            .output();
        run.is_ok_and(|output| output.status.success())
    };
    if !immutable("+i") {
        eprintln!("skipped: no file can be made immutable here");
        return;
    }
    let before = files(&newsroom.path(""));
    let run = newsroom.build(&[]);
    let after = files(&newsroom.path(""));
    immutable("-i");
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains(".git cannot be moved"), "{}", run.err);
    assert_eq!(after, before);
}

#[test]
fn the_list_of_what_was_printed_is_the_same_for_the_same_paper() {
    let newsroom = printed();
    newsroom.write("printed/CNAME", "quay.example");
    print_again(&newsroom);
    assert_eq!(newsroom.build_into("fresh", &[]).code, 0);
    let list = fs::read_to_string(newsroom.path("fresh/.newsprint-files")).unwrap();
    assert_eq!(newsroom.printed(".newsprint-files"), list);
}
