//! Printing touches nothing of the paper's sources, wherever the output folder is, and follows where it leads.

use std::fs;
use std::path::Path;

#[cfg(target_os = "linux")]
use crate::disk::Disk;
use crate::support::{Newsroom, files, story};

/// A newsroom with a paper of one story.
fn newsroom() -> Newsroom {
    Newsroom::new().story("a", &story("The first edition"))
}

/// A build into a folder is refused with a reason, and leaves everything as it was.
fn assert_refused(newsroom: &Newsroom, out: &str, reason: &str) {
    let before = files(&newsroom.path(""));
    let run = newsroom.build_into(out, &[]);
    assert_eq!(run.code, 2, "{out}: {}{}", run.out, run.err);
    assert!(run.err.contains(reason), "{out}: {}", run.err);
    assert_eq!(files(&newsroom.path("")), before, "{out}");
}

const LIES_THERE: &str = "the paper's folder";
const IS_SOURCE: &str = "belongs to its sources";

/// Lays the marker of a printed folder, so that nothing else keeps the press off it.
fn mark(newsroom: &Newsroom, folder: &str) {
    newsroom.write(&format!("{folder}/.newsprint"), "{}");
}

#[test]
fn a_paper_inside_of_a_printed_folder_is_not_touched() {
    let newsroom = newsroom();
    assert_eq!(newsroom.build(&[]).code, 0);
    fs::rename(newsroom.path("printed"), newsroom.path("site")).unwrap();
    fs::create_dir(newsroom.path("site/deep")).unwrap();
    fs::rename(newsroom.path("paper"), newsroom.path("site/deep/paper")).unwrap();
    let before = files(&newsroom.path(""));
    for out in [
        "site",
        "site/deep/..",
        "site/deep",
        "site/deep/paper",
        "nothing/../site",
    ] {
        let run = crate::support::run(
            crate::support::command()
                .arg("build")
                .arg(newsroom.path("site/deep/paper"))
                .arg("--out")
                .arg(newsroom.path(out)),
        );
        assert_eq!(run.code, 2, "{out}: {}", run.out);
        assert!(run.err.contains(LIES_THERE), "{out}: {}", run.err);
        assert_eq!(files(&newsroom.path("")), before, "{out}");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_the_press_over_the_paper() {
    use std::os::unix::fs::symlink;
    let newsroom = newsroom();
    mark(&newsroom, "paper");
    mark(&newsroom, "paper/stories/old");
    for (link, target) in [
        ("to-paper", "paper"),
        ("to-top", "."),
        ("to-stories", "paper/stories"),
        ("to-nothing-yet", "paper/stories/not-yet"),
        ("paper/printed", "stories/old"),
    ] {
        symlink(target, newsroom.path(link)).unwrap();
    }
    assert_refused(&newsroom, "to-paper", LIES_THERE);
    assert_refused(&newsroom, "to-top/paper", LIES_THERE);
    assert_refused(&newsroom, "to-stories/old", IS_SOURCE);
    assert_refused(&newsroom, "to-nothing-yet", IS_SOURCE);
    assert_refused(&newsroom, "to-nothing-yet/deeper", IS_SOURCE);
    assert_refused(&newsroom, "paper/printed", IS_SOURCE);
}

#[test]
fn no_folder_of_sources_is_printed_into() {
    let newsroom = newsroom();
    newsroom.write("paper/public/CNAME", "quay.example");
    for out in [
        "paper/stories/printed",
        "paper/stories/2026/deeper/printed",
        "paper/./stories/../stories/printed",
        "paper/pages",
        "paper/pages/printed",
        // Where capitals are small letters, this is the same folder.
        "paper/Pages/printed",
        "paper/public/printed",
        "paper/.newsprint-cache",
        "paper/.newsprint-cache/printed",
    ] {
        assert_refused(&newsroom, out, IS_SOURCE);
    }
}

/// Sources may lie elsewhere in the paper, behind a link.
#[cfg(unix)]
#[test]
fn a_folder_that_sources_really_lie_in_is_not_printed_into() {
    let newsroom = newsroom();
    newsroom.write("paper/content/files/CNAME", "quay.example");
    std::os::unix::fs::symlink("content/files", newsroom.path("paper/public")).unwrap();
    assert_refused(&newsroom, "paper/content", IS_SOURCE);
    assert_refused(&newsroom, "paper/content/files/printed", IS_SOURCE);
}

/// The press works beside the output folder, and clears away there what a killed build left.
#[test]
fn a_paper_that_is_called_as_the_press_calls_its_own_folders_is_not_cleared_away() {
    let newsroom = newsroom();
    fs::rename(
        newsroom.path("paper"),
        newsroom.path(".printed.newsprint-7"),
    )
    .unwrap();
    let before = files(&newsroom.path(""));
    let run = crate::support::run(
        crate::support::command()
            .arg("build")
            .arg(newsroom.path(".printed.newsprint-7"))
            .arg("--out")
            .arg(newsroom.path("printed")),
    );
    assert_eq!(run.code, 2, "{}", run.out);
    assert_eq!(files(&newsroom.path("")), before);
}

#[test]
fn what_is_only_called_like_a_folder_of_the_press_stays_where_it_is() {
    let newsroom = newsroom();
    for folder in [".site.newsprint-12", ".site.newsprint-13-old"] {
        newsroom.write(&format!("paper/{folder}/letter.txt"), "of a reader");
        newsroom.write(&format!("{folder}/letter.txt"), "of a reader");
    }
    for out in ["paper/site", "site"] {
        for _ in 0..2 {
            let run = newsroom.build_into(out, &[]);
            assert_eq!(run.code, 0, "{out}: {}", run.err);
            assert!(!newsroom.path(out).join("letter.txt").exists());
        }
    }
    for above in ["", "paper/"] {
        for folder in [".site.newsprint-12", ".site.newsprint-13-old"] {
            let letter = newsroom.path(&format!("{above}{folder}/letter.txt"));
            assert_eq!(fs::read_to_string(&letter).unwrap(), "of a reader");
        }
    }
}

#[test]
fn a_file_of_somebodys_in_the_place_of_the_lock_is_left_alone_and_named() {
    let newsroom = newsroom();
    newsroom.write(".printed.newsprint-lock", "mine");
    assert_refused(&newsroom, "printed", "was not written by Newsprint");
}

#[cfg(target_os = "linux")]
#[test]
fn a_paper_that_is_mounted_at_a_second_place_is_the_same_paper() {
    let newsroom = newsroom();
    fs::create_dir(newsroom.path("all")).unwrap();
    fs::rename(newsroom.path("paper"), newsroom.path("all/paper")).unwrap();
    mark(&newsroom, "all");
    let Some(seen) = Disk::bind(&newsroom.path("all"), newsroom.path("seen")) else {
        return;
    };
    let run = crate::support::run(
        crate::support::command()
            .arg("build")
            .arg(newsroom.path("all/paper"))
            .arg("--out")
            .arg(&seen.0),
    );
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains(LIES_THERE), "{}", run.err);
    assert!(newsroom.path("all/paper/stories/a.json").is_file());
}

#[test]
fn a_printed_folder_inside_of_the_paper_is_no_part_of_it() {
    let newsroom = newsroom();
    newsroom.write("paper/public/CNAME", "quay.example");
    for _ in 0..2 {
        let run = newsroom.build_into("paper/printed", &[]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        assert!(run.out.contains("Printed 1 stories"), "{}", run.out);
        let check = newsroom.check();
        assert_eq!((check.code, check.out.as_str()), (0, "No faults.\n"));
    }
    let printed = files(&newsroom.path("paper/printed"));
    assert!(printed.contains_key("stories/a/index.html") && printed.contains_key("CNAME"));
    assert!(!printed.keys().any(|file| file.contains("printed")));
}

#[test]
fn a_printed_folder_among_the_stories_is_told_of_and_not_read() {
    let newsroom = newsroom();
    assert_eq!(newsroom.build(&[]).code, 0);
    for place in ["paper/stories/printed", "paper/public/printed"] {
        copy(&newsroom.path("printed"), &newsroom.path(place));
    }
    let check = newsroom.check();
    assert_eq!(check.code, 0, "{}", check.out);
    assert_eq!(
        check.out.matches("warning[printed-folder]").count(),
        2,
        "{}",
        check.out
    );
    assert_eq!(check.out.matches("[").count(), 2, "{}", check.out);
    let run = newsroom.build(&[]);
    assert!(run.out.contains("Printed 1 stories"), "{}", run.out);
    assert!(!newsroom.path("printed/printed").exists());
}

fn copy(from: &Path, to: &Path) {
    for (file, content) in files(from) {
        let to = to.join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, content).unwrap();
    }
}

#[test]
fn a_file_of_a_printed_folder_is_none_of_the_paper() {
    let mut shown = story("The first edition");
    shown["body"] = serde_json::json!(["One.", { "audio": { "source": "printed/bell.ogg" } }]);
    let newsroom = Newsroom::new().story("a", &shown);
    mark(&newsroom, "paper/printed");
    newsroom.write("paper/printed/bell.ogg", "ding");
    let check = newsroom.check();
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains("which Newsprint printed"),
        "{}",
        check.out
    );
    newsroom.build(&[]);
    assert!(
        !files(&newsroom.path("printed"))
            .values()
            .any(|content| content == b"ding")
    );
}

#[cfg(unix)]
#[test]
fn a_link_into_a_printed_folder_is_no_story() {
    let newsroom = newsroom();
    mark(&newsroom, "paper/printed");
    newsroom.write(
        "paper/printed/b.json",
        &story("The second edition").to_string(),
    );
    std::os::unix::fs::symlink("../printed/b.json", newsroom.path("paper/stories/b.json")).unwrap();
    let check = newsroom.check();
    assert_eq!(check.code, 1);
    assert!(
        check
            .out
            .contains("leads into a folder that Newsprint printed"),
        "{}",
        check.out
    );
}

#[cfg(unix)]
#[test]
fn a_link_as_output_folder_stays_and_what_it_leads_to_is_printed_into() {
    use std::os::unix::fs::symlink;
    let newsroom = newsroom();
    fs::create_dir(newsroom.path("web")).unwrap();
    symlink("web/site", newsroom.path("link")).unwrap();
    symlink("link", newsroom.path("printed")).unwrap();
    // The folder that they lead to does not exist yet, and then is replaced.
    for slug in ["a", "b"] {
        let run = newsroom.build(&[]);
        assert_eq!(run.code, 0, "{}", run.err);
        let page = newsroom.path(&format!("web/site/stories/{slug}/index.html"));
        assert!(page.is_file(), "{slug}");
        for link in ["link", "printed"] {
            assert!(newsroom.path(link).is_symlink(), "{link}");
        }
        assert_eq!(fs::read_dir(newsroom.path("web")).unwrap().count(), 1);
        assert_eq!(fs::read_dir(newsroom.path("")).unwrap().count(), 4);
        newsroom.write(
            "paper/stories/b.json",
            &story("The second edition").to_string(),
        );
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_no_output_folder() {
    let newsroom = newsroom();
    std::os::unix::fs::symlink("printed", newsroom.path("printed")).unwrap();
    assert_refused(&newsroom, "printed", "its links lead in a circle");
}

/// The story of the paper is another one now.
#[cfg(target_os = "linux")]
fn edit(newsroom: &Newsroom) {
    fs::remove_file(newsroom.path("paper/stories/a.json")).unwrap();
    newsroom.write(
        "paper/stories/b.json",
        &story("The second edition").to_string(),
    );
}

/// A new disk has a folder of its own, a server may have laid files there, and nothing of it is in the way.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_is_printed_onto_and_keeps_what_others_laid_there() {
    let newsroom = newsroom();
    let Some(disk) = Disk::mount(newsroom.path("printed")) else {
        return;
    };
    fs::create_dir(disk.0.join("lost+found")).unwrap();
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let fresh = files(&disk.0);
    let again = newsroom.build(&[]);
    assert_eq!((again.code, files(&disk.0)), (0, fresh));
    newsroom.write("printed/CNAME", "quay.example");
    newsroom.write("printed/stories/a/photographs/dawn.jpg", "precious");
    newsroom.write("printed/.git/HEAD", "ref: refs/heads/pages");
    edit(&newsroom);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let printed = files(&disk.0);
    assert!(printed.contains_key("stories/b/index.html"));
    assert!(!printed.contains_key("stories/a/index.html"));
    for kept in ["CNAME", "stories/a/photographs/dawn.jpg", ".git/HEAD"] {
        assert!(printed.contains_key(kept), "{kept}");
    }
    assert!(
        run.err.contains(".git, CNAME, stories/a/photographs."),
        "{}",
        run.err
    );
    let top = fs::read_dir(&disk.0).unwrap();
    let of_the_press = top.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with(".newsprint-")
    });
    // What the next build has to know, and nothing of this one.
    assert_eq!(of_the_press.count(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_mounted_at_the_output_is_printed_into() {
    let newsroom = newsroom();
    fs::create_dir(newsroom.path("volume")).unwrap();
    let Some(_seen) = Disk::bind(&newsroom.path("volume"), newsroom.path("printed")) else {
        return;
    };
    assert_eq!(newsroom.build(&[]).code, 0);
    edit(&newsroom);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let printed = files(&newsroom.path("volume"));
    assert!(printed.contains_key("stories/b/index.html"));
    assert!(!printed.contains_key("stories/a/index.html"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_mounted_inside_of_the_printed_folder_stays() {
    let newsroom = newsroom();
    assert_eq!(newsroom.build(&[]).code, 0);
    let Some(uploads) = Disk::mount(newsroom.path("printed/uploads")) else {
        return;
    };
    newsroom.write("printed/uploads/dawn.jpg", "precious");
    edit(&newsroom);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(newsroom.printed("uploads/dawn.jpg"), "precious");
    assert!(newsroom.path("printed/stories/b/index.html").is_file());
    drop(uploads);
    assert_eq!(
        fs::read_dir(newsroom.path("printed/uploads"))
            .unwrap()
            .count(),
        0
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_mounted_deep_inside_of_the_printed_folder_is_told_of_and_nothing_is_lost() {
    let newsroom = newsroom();
    assert_eq!(newsroom.build(&[]).code, 0);
    let Some(_disk) = Disk::mount(newsroom.path("printed/stories/a/uploads")) else {
        return;
    };
    newsroom.write("printed/stories/a/uploads/dawn.jpg", "precious");
    let before = files(&newsroom.path(""));
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("stories/a/uploads"), "{}", run.err);
    assert_eq!(files(&newsroom.path("")), before);
}

/// The exchange of contents has several steps. A build was killed between two of them.
#[cfg(target_os = "linux")]
#[test]
fn an_exchange_that_was_broken_off_is_ended_by_the_next_build() {
    let newsroom = newsroom();
    let Some(disk) = Disk::mount(newsroom.path("printed")) else {
        return;
    };
    assert_eq!(newsroom.build(&[]).code, 0);
    newsroom.write("printed/CNAME", "quay.example");
    newsroom.write("printed/stories/a/letter.txt", "of a reader");
    edit(&newsroom);
    assert_eq!(newsroom.build_into("fresh", &[]).code, 0);
    copy(&newsroom.path("fresh"), &disk.0.join(".newsprint-7"));
    fs::create_dir(disk.0.join(".newsprint-7-old")).unwrap();
    let put = |name: &str, from: &str, to: &str| {
        fs::rename(disk.0.join(from).join(name), disk.0.join(to).join(name)).unwrap();
    };
    for name in [
        ".newsprint-files",
        ".newsprint",
        "index.html",
        "stories",
        "assets",
    ] {
        put(name, "", ".newsprint-7-old");
    }
    for name in ["stories", "index.html"] {
        put(name, ".newsprint-7", "");
    }
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let (mut printed, fresh) = (files(&disk.0), files(&newsroom.path("fresh")));
    assert_eq!(printed.remove("CNAME").unwrap(), b"quay.example");
    assert_eq!(
        printed.remove("stories/a/letter.txt").unwrap(),
        b"of a reader"
    );
    assert_eq!(printed, fresh);
}
