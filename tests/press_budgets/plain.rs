//! A story page as one would write it by hand: the same words, links and pictures, a class where a style sheet would need
//! one, no policy, no script, no roles.
//!
//! Entry point: [`document`]. It knows the parts of a typical story, and stops at any other.

use std::fmt::Write;

use newsprint::paper::Paper;
use newsprint::paper::page::{Content, HeadElement, Page, Place, StoryPage, Teaser};
use newsprint::press::calendar::Calendar;
use newsprint::press::head::{Publication, linked_data};
use newsprint::press::moment::Zone;
use newsprint::story::language::Direction;
use newsprint::story::text::{Span, Text};
use newsprint::story::url::Reference;
use newsprint::story::{Block, Byline, Moment, Picture};

/// Writes the page of a story.
pub(crate) fn document(paper: &Paper, page: &Page) -> String {
    let Content::Story(story) = &page.content else {
        panic!("{} is no story", page.address)
    };
    let root = page.root();
    let mut html = head(page);
    masthead(&mut html, paper, &root);
    html += "<main>\n<article>\n";
    headline(&mut html, story, &root);
    for block in &story.story.body {
        html += &self::block(block, &root);
    }
    html += &list("nav", "See also", "b", &story.see_also, &root);
    topics(&mut html, &story.topics, &root);
    html += "</article>\n";
    html += &list("aside", "Related stories", "h2", &story.related, &root);
    html += &list(
        "aside",
        &format!("More in {}", story.section.name),
        "h2",
        &story.more,
        &root,
    );
    html += "</main>\n";
    colophon(&mut html, paper, &root);
    data(&mut html, paper, page);
    html + "</body>\n</html>\n"
}

/// How many words a block has.
pub(crate) fn words(block: &Block) -> usize {
    let html = self::block(block, "");
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().count()
}

fn head(page: &Page) -> String {
    let head = &page.head;
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n\
         {}<link rel=\"icon\" href=\"{}icon.svg\">\n\
         <link rel=\"apple-touch-icon\" href=\"{}icon.png\">\n\
         <link rel=\"manifest\" href=\"{}manifest.webmanifest\">\n</head>\n<body>\n",
        head.language,
        head.direction.as_str(),
        escape(&head.title),
        page.metadata.elements().map(element).collect::<String>(),
        page.root(),
        page.root(),
        page.root(),
    )
}

fn element(element: HeadElement) -> String {
    let ((kind, holds), value) = (element.kind(), escape(element.value));
    let HeadElement {
        attribute, name, ..
    } = element;
    format!("<{kind} {attribute}=\"{name}\" {holds}=\"{value}\">\n")
}

/// What the page tells search engines, which a page written by hand would say too.
fn data(html: &mut String, paper: &Paper, page: &Page) {
    let publication = Publication {
        paper,
        base_url: &paper.base_url,
        zone: &zone(paper),
    };
    let data = linked_data(publication, page).unwrap();
    writeln!(html, "<script type=\"application/ld+json\">{data}</script>").unwrap();
}

fn zone(paper: &Paper) -> Zone {
    Zone::named(&paper.time_zone).unwrap()
}

fn masthead(html: &mut String, paper: &Paper, root: &str) {
    let edition = paper.edition.clone().unwrap();
    let calendar = Calendar::new(&paper.language, &zone(paper)).unwrap();
    let edition = Moment {
        text: calendar.edition(&edition),
        datetime: edition,
    };
    write!(
        html,
        "<header>\n<p>{}</p>\n<p><a href=\"{root}\">{}</a></p>\n<p>{}</p>\n<nav>\n<ul>\n",
        time(&edition),
        escape(&paper.name),
        escape(&paper.tagline)
    )
    .unwrap();
    for entry in &paper.navigation {
        let address = match Reference::parse(&entry.href) {
            Reference::Front => String::new(),
            Reference::Section(slug) => format!("sections/{slug}/"),
            Reference::Story(slug) => format!("stories/{slug}/"),
            other => panic!("{other:?}"),
        };
        writeln!(
            html,
            "<li><a href=\"{root}{address}\">{}</a></li>",
            escape(&entry.text)
        )
        .unwrap();
    }
    writeln!(html, "<li><a href=\"{root}search/\">Search</a></li>").unwrap();
    *html += "</ul>\n</nav>\n</header>\n";
}

fn colophon(html: &mut String, paper: &Paper, root: &str) {
    writeln!(
        html,
        "<footer>\n<p><a href=\"{root}\">{}</a></p>\n<ul>",
        escape(&paper.name)
    )
    .unwrap();
    for section in &paper.sections {
        writeln!(
            html,
            "<li><a href=\"{root}sections/{}/\">{}</a></li>",
            section.slug,
            escape(&section.name)
        )
        .unwrap();
    }
    writeln!(
        html,
        "<li><a href=\"{root}archive/\">Archive</a></li>\n</ul>"
    )
    .unwrap();
    for (label, notice) in [("Licence", &paper.licence), ("Contact", &paper.contact)] {
        let notice = notice.as_ref().unwrap();
        writeln!(
            html,
            "<p>{label} <a href=\"{}\">{}</a></p>",
            escape(&notice.href),
            escape(&notice.text)
        )
        .unwrap();
    }
    *html += "</footer>\n";
}

fn headline(html: &mut String, page: &StoryPage, root: &str) {
    let story = &page.story;
    let section = format!(
        "<a href=\"{root}{}\">{}</a>",
        page.section.address,
        escape(&page.section.name)
    );
    writeln!(
        html,
        "<p class=\"kicker\">{section} {}</p>",
        escape(&story.kicker)
    )
    .unwrap();
    writeln!(html, "<h1>{}</h1>", escape(&story.headline)).unwrap();
    writeln!(
        html,
        "<p class=\"standfirst\">{}</p>",
        escape(&story.standfirst)
    )
    .unwrap();
    let names: Vec<String> = story
        .bylines
        .iter()
        .map(|byline| name(byline, root))
        .collect();
    writeln!(html, "<p class=\"byline\">By {}</p>", names.join(" and ")).unwrap();
    let updated = story
        .updated
        .as_ref()
        .map(|moment| format!(" Updated {}", time(moment)))
        .unwrap_or_default();
    writeln!(
        html,
        "<p class=\"dates\">{}{updated} {}</p>",
        time(&story.published),
        page.reading_time
    )
    .unwrap();
    if let Some(lead) = &story.lead_picture {
        *html += &picture(lead, root, "(min-width:63em) 58rem,100vw");
    }
}

fn name(byline: &Byline, root: &str) -> String {
    let name = format!(
        "<a href=\"{root}{}\">{}</a>",
        byline.address,
        escape(&byline.name)
    );
    if byline.role.is_empty() {
        name
    } else {
        format!("{name}, {}", escape(&byline.role))
    }
}

fn time(moment: &Moment) -> String {
    format!(
        "<time datetime=\"{}\">{}</time>",
        moment.datetime,
        escape(&moment.text)
    )
}

fn picture(picture: &Picture, root: &str, sizes: &str) -> String {
    let set: Vec<String> = picture
        .sources
        .iter()
        .map(|source| format!("{root}{} {}w", source.source, source.width))
        .collect();
    let (width, height) = (picture.width.unwrap(), picture.height.unwrap());
    format!(
        "<figure>\n<picture>\n<source type=\"image/webp\" srcset=\"{}\" sizes=\"{sizes}\">\n\
         <img src=\"{root}{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\">\n</picture>\n\
         <figcaption>{} <small>Picture: {}</small></figcaption>\n</figure>\n",
        set.join(","),
        picture.source,
        escape(picture.alt.as_deref().unwrap_or_default()),
        text(&picture.caption, root),
        escape(&picture.credit),
    )
}

fn block(block: &Block, root: &str) -> String {
    let quotation = |text: &Text, by: &Text| {
        let by = if by.is_empty() {
            String::new()
        } else {
            format!("\n<footer>{}</footer>", self::text(by, root))
        };
        format!(
            "<blockquote>\n<p>{}</p>{by}\n</blockquote>\n",
            self::text(text, root)
        )
    };
    match block {
        Block::Paragraph(words) => format!("<p>{}</p>\n", text(words, root)),
        Block::Heading(heading) => {
            let level = heading.level;
            format!(
                "<h{level} id=\"{}\">{}</h{level}>\n",
                heading.id,
                text(&heading.text, root)
            )
        }
        Block::Quotation(words) | Block::PullQuote(words) => {
            quotation(&words.text, &words.attribution)
        }
        Block::List(list) => {
            let tag = if list.ordered { "ol" } else { "ul" };
            let items: String = list
                .items
                .iter()
                .map(|item| format!("<li>{}</li>\n", text(&item.text, root)))
                .collect();
            format!("<{tag}>\n{items}</{tag}>\n")
        }
        Block::SeeAlso(line) => {
            format!(
                "<p>See also <a href=\"{root}{}\">{}</a></p>\n",
                line.address,
                escape(&line.headline)
            )
        }
        Block::Picture(one) => picture(one, root, "(min-width:44em) 40rem,92vw"),
        Block::FactBox(fact_box) => {
            let body: String = fact_box
                .body
                .iter()
                .map(|block| self::block(block, root))
                .collect();
            format!(
                "<aside>\n<p><b>{}</b></p>\n{body}</aside>\n",
                text(&fact_box.title, root)
            )
        }
        other => panic!("a typical story has no {}", other.kind()),
    }
}

fn text(text: &Text, root: &str) -> String {
    text.0.iter().map(|one| span(one, root)).collect()
}

fn span(span: &Span, root: &str) -> String {
    match span {
        Span::Text(words) => escape(words),
        Span::Emphasis(inner) => format!("<em>{}</em>", text(inner, root)),
        Span::Strong(inner) => format!("<strong>{}</strong>", text(inner, root)),
        Span::Link(link) => {
            let root = if matches!(Reference::parse(&link.href), Reference::Inside(_)) {
                root
            } else {
                ""
            };
            format!(
                "<a href=\"{root}{}\">{}</a>",
                escape(&link.href),
                text(&link.text, root)
            )
        }
        other => panic!("a typical story has no {}", other.kind()),
    }
}

fn list(tag: &str, title: &str, heading: &str, stories: &[Teaser], root: &str) -> String {
    if stories.is_empty() {
        return String::new();
    }
    let items: String = stories
        .iter()
        .map(|story| {
            let direction = Direction::of(&story.language).as_str();
            let language = match story.language.as_str() {
                "" => String::new(),
                language => format!(" lang=\"{language}\" dir=\"{direction}\""),
            };
            format!(
                "<li{language}><a href=\"{root}{}\">{}</a></li>\n",
                story.address,
                escape(&story.headline)
            )
        })
        .collect();
    format!(
        "<{tag}>\n<{heading}>{}</{heading}>\n<ul>\n{items}</ul>\n</{tag}>\n",
        escape(title)
    )
}

fn topics(html: &mut String, topics: &[Place], root: &str) {
    *html += "<ul>\n";
    for topic in topics {
        writeln!(
            html,
            "<li><a href=\"{root}{}\">{}</a></li>",
            topic.address,
            escape(&topic.name)
        )
        .unwrap();
    }
    *html += "</ul>\n";
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
