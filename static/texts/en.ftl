### The interface texts in English. Every other file has the same texts, and the build says which are missing.
### How to translate: docs/translating.md

## What pages are drawn with

# Names the masthead's navigation.
sections = Sections

# Names the stories that lead the front page.
lead-stories = Top stories

# Heads the newest stories.
latest = Latest

# Stands over a section's name.
section = Section

# Stands over a topic's name.
topic = Topic

# Names a story's topics.
topics = Topics

# Stands over an author's name.
author = Author

# Names the stories by year and month, and stands over a month's name.
archive = Archive

# Before and after $names, the bylines.
by = By { $names }

# Between the last two of a list, with its spaces.
and = {" "}and{" "}

# Between the others of a list, with its space.
comma = ,{" "}

# Before the date of the last change.
updated = Updated

# Marks a story that is still being updated.
live = Live

# Heads other stories of $section.
more-in-section = More in { $section }

# Heads the stories to read next.
related = Related stories

# Before a story that is offered inside another.
see-also = See also

# Before something put right.
correction = Correction

# Heads the story in a few points.
key-points = Key points

# Names a box of background without a title.
fact-box = In brief

# Names a timeline without a title.
timeline = Timeline

# Heads the footnotes.
footnotes = Notes

# Leads from a footnote to its mark.
back-to-text = Back to the text

# Names several pictures.
gallery = Pictures

# Who made a picture; $credit.
picture-credit = Picture: { $credit }

# Names a table without a caption.
table = Table

# Names a sound.
audio = Audio

# Names a film.
video = Video

# Where a browser plays no sound.
download-audio = Download the audio

# Where a browser plays no film.
download-video = Download the video

# Opens the words of a sound.
transcript = Transcript

# Loads a page of another site; $provider.
load-embed = Load from { $provider }

# What loading it means; $provider.
embed-notice = { $provider } will be contacted and may set cookies.

# In place of a block of unknown $kind.
unsupported-block = This part of the story ({ $kind }) cannot be shown here.

# In place of a block that could not be read; $kind.
faulty-block = This part of the story contains an error and cannot be shown.

# Which page of a list; $page, $pages.
page = Page { $page } of { $pages }

# Names the links between pages of a list.
pagination = Pages

# Leads to newer stories.
newer = Newer stories

# Leads to older stories.
older = Older stories

# Nothing stands at this address.
not-found-title = Page not found

# What to do then.
not-found-text = The story may have moved, or the address may be mistyped. The front page has everything in today’s edition.

# Leads to the front page.
front-page = Front page

# Before the terms of use.
licence = Licence

# Before whom to write to.
contact = Contact

# Said while a page is long in coming.
loading = Loading the story…

# Said to screen readers when $title has come.
loaded = { $title }, page loaded

# A page did not come.
error-title = This page did not arrive

# There is no network.
error-offline = You seem to be offline. What you were reading is still here.

# The page took too long.
error-timeout = The page took too long to arrive. What you were reading is still here.

# What came is not a page of the paper.
error-broken = What arrived is not a page of this paper.

# The server answered with a fault; $status.
error-server = The server answered with an error ({ $status }).

# Asks for the page again.
retry = Try again

# Closes the message.
dismiss = Close

# Follows the link without the reader.
open-as-link = Open it as an ordinary page

## What the press alone writes

# So many stories; $count.
press-stories =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }

# How long a story takes to read; $minutes.
press-reading-time =
    { $minutes ->
        [one] { $minutes } min read
       *[other] { $minutes } min read
    }

# Leads past the masthead.
press-skip-to-content = Skip to the story

# Marks a story that is not for everybody yet.
press-draft = Draft

# Marks a finished story whose day has not come.
press-scheduled = Scheduled

# Names the search page, and starts a search.
press-search = Search

# Names the field for the words to look for.
press-search-words = Words to look for

# Heads where every story can be found without searching.
press-search-places = Every story, by section and date

# How many stories were found; $count.
press-found =
    { $count ->
        [one] One story found
       *[other] { $count } stories found
    }

# No story was found.
press-found-nothing = No story has these words. Fewer words, or other ones, may find some.

# Shows more of what was found.
press-more-found = More stories

# Offers to narrow what was found.
press-narrow = Narrow the search

# Narrows nothing.
press-any = Any

# Names the years to choose from.
press-year = Year

# Names the languages to search in.
press-in-language = Language

# The search index did not come.
press-error-search = The search could not be completed: a part of the index did not arrive. The sections and the archive below lead to every story.

## The reader's tools

# Names the panel and its button.
tools-tools = Reading tools

# Closes the panel, or a message.
tools-close = Close

# Said once where the browser keeps nothing.
tools-not-kept = Your browser stores nothing for this paper. What you choose is lost when you leave it.

# The tools did not come; a button to try again stands beside it.
tools-no-tools = The reading tools could not be loaded. Check your connection, or reload the page.

# Names the choice of how pages look.
tools-display = Display

# Heads the colour schemes.
tools-colours = Colours

# The colours that the system asks for.
tools-scheme-system = Same as the system

# A scheme.
tools-scheme-light = Light

# A scheme.
tools-scheme-dark = Dark

# A scheme.
tools-scheme-sepia = Sepia

# A scheme.
tools-scheme-contrast = High contrast

# Heads the faces.
tools-face = Font

# The face that the paper is set in.
tools-face-own = This paper’s font

# A face.
tools-face-sans = Sans serif

# The face of the machine.
tools-face-system = System font

# A face made to be told apart letter by letter.
tools-face-legible = Easy to read

# Size of type.
tools-size = Text size

# Space between lines.
tools-leading = Line spacing

# Length of lines.
tools-measure = Line length

# Space between letters.
tools-letter-space = Letter spacing

# Space between words.
tools-word-space = Word spacing

# Both edges of the text are even.
tools-justified = Justified text

# No word is broken at the end of a line.
tools-unbroken = No hyphenation

# Goes back to how the paper looks.
tools-reset = Reset to this paper’s style

# Names the headings of a story.
tools-contents = Contents

# Names how much of a story is read.
tools-read-so-far = Read so far

# How long the rest takes; $minutes.
tools-minutes-left =
    { $minutes ->
        [one] { $minutes } minute left
       *[other] { $minutes } minutes left
    }

# The page is no story.
tools-no-contents = This page has no headings.

# Goes on where one stopped, at $share of a hundred.
tools-resume = Continue where you stopped ({ $share }%)

# Names the tool that finds stories and commands.
tools-find = Find and go

# Names its field.
tools-find-field = A story or a command

# Heads what can be done.
tools-commands = Commands

# Heads the stories that were found.
tools-stories-found = Stories

# Leads to the search page, with what was typed.
tools-find-more = Search the whole paper

# The search index did not come, or the paper has none.
tools-find-failed = Search is not available right now.

# Leads to a story one has not read.
tools-next-story = Next story

# Leads to the page before.
tools-previous-page = Previous page

# There is no story that leads on.
tools-no-next-story = There is no next story.

# Leads to the front page.
tools-front-page = Front page

# Names the tool that explains the keys.
tools-keys = Keyboard shortcuts

# Heads the keys, and names their column.
tools-key = Key

# Names the column of what keys do.
tools-key-does = Action

# Opens the commands.
tools-open-commands = Find and go, from anywhere

# Closes what is open.
tools-close-open = Close what is open

# A switch: single letters are heeded.
tools-keys-on = Single-key shortcuts

# A switch: a swipe leads on.
tools-swipes-on = Swipe to the next story or the previous page

# Names the tool that gives a story away.
tools-take-away = Share and save

# Opens the machine's own way to share.
tools-share = Share …

# Copies the address.
tools-copy-link = Copy the link

# It was copied.
tools-copied = Copied.

# Copying is forbidden; names the field with what was to be copied.
tools-copy-yourself = Your browser does not let this page copy. Copy it from here:

# Prints the page.
tools-print = Print

# Saves a story as one HTML file.
tools-save-file = Save as one file (HTML)

# Saves a story as a book.
tools-save-book = Save as a book (EPUB)

# Heads the forms of citation.
tools-cite = Cite

# It was saved; $name.
tools-saved = Saved as { $name }.

# A file could not be made.
tools-save-failed = This could not be saved: there is no network, or no story.

# Pictures or stories could not be had; $count.
tools-files-missing =
    { $count ->
        [one] One file could not be loaded and is left out.
       *[other] { $count } files could not be loaded and are left out.
    }

# Names the tool that shows what is stored.
tools-data = What is stored

# What it is about.
tools-data-about = All of this is kept in your browser alone. Nothing is sent anywhere.

# The choices of the display.
tools-data-display = How pages look

# The places in stories.
tools-data-places = Where you stopped reading

# The switches of keys and swipes.
tools-data-keys = Keys and swipes

# Deletes one kind.
tools-delete = Delete

# Deletes all kinds.
tools-delete-all = Delete everything

# Asked before everything is deleted.
tools-delete-all-sure = Everything listed here will be deleted for good, including highlights, notes and the pages kept while you read. You can save it to a file first.

# Asked before one kind is deleted; $what.
tools-delete-sure = { $what }: this will be deleted for good. You can save it to a file first.

# Deletes it.
tools-delete-now = Delete for good

# Does not.
tools-delete-not = Cancel

# Nothing is stored.
tools-data-none = Nothing is stored.

# Writes all kinds into one file.
tools-export = Save to a file

# Reads them from one.
tools-import = Load from a file

# They were read.
tools-imported = Loaded.

# The file is none of these.
tools-import-failed = This file contains nothing that was saved here. Nothing was changed.

# So many updates of a live story are new; $count.
tools-new-updates =
    { $count ->
        [one] One new update
       *[other] { $count } new updates
    }

# A story was changed while it was read.
tools-story-changed = This story was updated.

# Shows what is new.
tools-show-news = Show

# Leads from a note in place to the note.
tools-to-note = All notes

# Names a note in place; $number.
tools-footnote = Note { $number }

# Names the pictures that are shown large.
tools-pictures = Picture viewer

# Leads to the picture before.
tools-picture-before = Previous picture

# Leads to the next picture.
tools-picture-after = Next picture

# Makes a picture larger.
tools-larger = Zoom in

# Makes a picture smaller.
tools-smaller = Zoom out

# Names the tool that reads aloud.
tools-listen = Listen

# The browser has no voice; $language.
tools-no-voice = Your browser has no voice for the language of this page ({ $language }) on this device. You can add voices in the settings of your system.

# Starts reading aloud.
tools-play = Read aloud

# Stops for a while.
tools-pause = Pause

# To the paragraph before.
tools-paragraph-before = Previous paragraph

# To the next paragraph.
tools-paragraph-after = Next paragraph

# How fast.
tools-speed = Speed

# Names the choice of voices.
tools-voice = Voice

# A switch: goes on with another story.
tools-then-next = Then read the next story

# A switch: what to do with words that no voice can speak.
tools-leave-out = Skip words in a language without a voice on this device

# A voice has failed.
tools-voice-failed = The voice failed and reading aloud has stopped. Try again, or choose another voice.

# Names the tool that keeps stories.
tools-keep = Offline

# Keeps the story that is shown.
tools-keep-this = Save on this device to read offline

# Keeps the story that is shown no longer.
tools-unkeep = Remove from this device

# A story is being kept.
tools-keeping = Saving the story…

# A story was kept.
tools-keep-done = The story is saved on this device, with its pictures.

# A story is kept no longer.
tools-keep-removed = The story was removed from this device.

# A part of a story did not come.
tools-keep-failed = A part of the story did not arrive. Nothing was changed. Try again when you are online.

# The browser has no room for a story.
tools-no-room = There is not enough space to save this story. Remove another one first.

# The browser keeps nothing, or the paper is not to be kept.
tools-keep-impossible = Stories of this paper cannot be saved in this browser window.

# No story is kept.
tools-keep-none = No story is saved yet. What you have read can be read offline for a while; what you save stays until you remove it.

# Names the field that searches the list.
tools-keep-search = Search the saved stories

# Removes a story from the list.
tools-keep-remove = Remove

# How much this paper's host has stored; $used and $room.
tools-keep-used = Used on this device, including pages you have read: { $used } of { $room }.

# Names the list of highlights.
tools-notes = Highlights and notes

# Names the bar for selected words.
tools-selection = Selected words

# Marks selected words.
tools-mark = Highlight

# Words were marked.
tools-marked = Highlighted.

# Takes a mark away.
tools-unmark = Remove highlight

# A mark was taken away.
tools-unmarked = The highlight was removed.

# What somebody thinks of marked words.
tools-note = Note

# Copies selected words with their source.
tools-copy-quotation = Copy quotation

# A quotation with its source; $words, $title, $url.
tools-quotation = “{ $words }” — { $title }, { $url }

# Shares or copies a link that leads to selected words.
tools-link-to-words = Link to these words

# Nothing is marked.
tools-no-notes = Nothing is highlighted yet. Select words of a story, and choose Highlight or press h.

# Marked words that the story no longer has.
tools-lost-words = These words are no longer in the story. They stay here.

# Shows marked words where they stand.
tools-show-in-story = Show in the story

# Heads the other stories that have highlights.
tools-other-notes = In other stories

# Writes the highlights to a file.
tools-export-markdown = Save as Markdown

# Writes the highlights to a file.
tools-export-annotations = Save as Web Annotations

# Names what has changed in a story.
tools-changes = What changed

# Said when a story has changed.
tools-changed-since = This story has changed since you read it.

# Shows what changed.
tools-show-changes = Show what changed

# A story is as it was read.
tools-unchanged = Nothing has changed since you last read this page.

# The version that was read is too old.
tools-changes-unknown = The version you read is too old: what changed since is no longer known.

# What changed did not come.
tools-changes-failed = What changed could not be loaded. Open this again when you are online.

# Heads the changes; $date of the version that was read.
tools-compared-with = Compared with the version of { $date }, which you read:

# Said before words that are gone.
tools-words-gone = Removed:

# Said before words that are new.
tools-words-new = Added:

# Names the kept versions of stories.
tools-data-read = Versions of the stories you have read

# A page is neither here nor to be had.
tools-not-here = You seem to be offline, and this page is not saved on this device.

# A new version of the paper is ready.
tools-new-edition = A new edition of this paper is ready.

# Shows the new version.
tools-show-edition = Show it
