"""The stable codes of everything that can be wrong, with the words the handbook explains them in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem.

    Args:
        id: ``SMM`` and three digits; never reused for something else.
        title: a few words.
        why: what the reader of the handbook needs to know.
        example: the smallest thing that causes it, or an empty string.
    """

    id: str
    title: str
    why: str
    example: str = ""


_ALL = (
    # Reading a file
    Code("SMM001", "File cannot be read", "Content files are UTF-8 text inside the project.", ""),
    Code(
        "SMM002",
        "Not valid YAML",
        "The file breaks a rule of YAML, often a tab, a missing space after a colon, or a "
        "colon inside a text that needs quotes.",
        "title: Results: the story",
    ),
    Code("SMM003", "Key given twice", "YAML would silently keep only one of the two values.", "title: One\ntitle: Two"),
    Code(
        "SMM004",
        "Too large",
        "Limits on size, depth and aliases keep a hostile or broken file from stopping the machine.",
        "",
    ),
    Code(
        "SMM005",
        "YAML feature not used here",
        "Tags such as !!python, several documents in one file and keys that are "
        "not plain text are not needed for content.",
        "logo: !!python/name:os.system",
    ),
    Code("SMM006", "Wrong overall shape", "Every content file is a set of `key: value` lines.", "- a list"),
    # Fields
    Code(
        "SMM010",
        "Unknown key",
        "A key that nobody reads is usually a spelling mistake, so it is an error.",
        "titel: A week in the bakery",
    ),
    Code("SMM011", "Missing field", "The page or document cannot be made without this field.", ""),
    Code("SMM012", "Wrong type", "The field needs another type of value.", "year: soon"),
    Code("SMM013", "Not one of the choices", "The field takes one of a closed list of words.", "kind: klant"),
    Code("SMM014", "Out of range", "The value is too small, too large, too long or empty.", "confidence: 12"),
    Code(
        "SMM015",
        "Not a date or period",
        "Dates are written year-month-day, periods as `2026-03-01..2026-05-31` or a month such as `2026-03`.",
        "date: 31-02-2026",
    ),
    Code(
        "SMM016",
        "Not a usable id",
        "Ids and slugs become part of addresses and field names: lower-case letters, digits and hyphens.",
        "id: Laptop klaar!",
    ),
    Code(
        "SMM017",
        "Unknown language",
        "Translated texts use the two-letter codes that `languages` in smm.yml lists.",
        "title: {nederlands: Werk}",
    ),
    Code(
        "SMM018",
        "Values that contradict each other",
        "Two fields of one entry cannot both be true.",
        "low: 60000\nhigh: 40000",
    ),
    Code(
        "SMM019",
        "Not a due date",
        "A due date is an anchor and a distance: `start - 7 days`, `start`, `kickoff + 2 business days`.",
        "due: next week",
    ),
    # Text and files
    Code(
        "SMM020",
        "HTML in text",
        "Text in YAML is Markdown; HTML tags, scripts and attributes in it are not published.",
        "situation: <script>…</script>",
    ),
    Code(
        "SMM021",
        "Picture from another site",
        "A picture that is fetched from elsewhere tells a third party who reads your page, and breaks when it moves.",
        "![x](https://example.com/x.png)",
    ),
    Code(
        "SMM022",
        "Link that is not a web or mail address",
        "Links start with https:, http:, mailto:, tel:, or point to a page of the site.",
        "[x](javascript:alert(1))",
    ),
    Code(
        "SMM023",
        "Path outside the project",
        "Files are named relative to the project and lie inside it.",
        "image: ../../etc/passwd",
    ),
    Code("SMM024", "File not found", "A file that an entry names is not there.", "image: images/missing.jpg"),
    Code(
        "SMM025",
        "Code block that is not clear",
        "A block between ``` that is never closed, or that some readers of Markdown take for text, would swallow the "
        "rest of the page or publish HTML that was meant as an example.",
        "intro: |\n  ```\n  utm_source=nieuwsbrief",
    ),
    # References
    Code(
        "SMM030",
        "Reference to something that is not there",
        "A slug or id points to an entry of another file or list.",
        "evidence: [bakkerij]",
    ),
    Code("SMM031", "Same id twice", "Two entries with one id would share one page or one field.", ""),
    Code(
        "SMM032",
        "Tasks that wait for each other",
        "A chain of `depends_on` or due anchors leads back to itself.",
        "a depends on b, b depends on a",
    ),
    Code(
        "SMM033", "Task due before the task it depends on", "The order of the due dates contradicts `depends_on`.", ""
    ),
    Code(
        "SMM034",
        "Case study that may not be published",
        "`permission: none` means that nothing of it may appear, also not as evidence.",
        "",
    ),
    Code(
        "SMM035",
        "Testimonial that cannot be used",
        "A quote needs recorded permission, and a mock has no clients to quote.",
        "",
    ),
    Code(
        "SMM036",
        "Anonymised client named",
        "`permission: anonymised` keeps the client's name, address and files out of everything that is published; the "
        "name, or a telling word of it, slipped into another field.",
        "anonymised_as: Regional bicycle chain\ntitle: A spring at Wielhuis",
    ),
    # Figures
    Code(
        "SMM040",
        "Unknown metric",
        "Metrics have ids, so that the same name always means the same formula.",
        "metric: engagement",
    ),
    Code(
        "SMM041",
        "Rates with different denominators",
        "The engagement rate by reach and by followers of one post can "
        "differ ten times; a change between them means nothing.",
        "",
    ),
    Code(
        "SMM042",
        "Rate that its parts contradict",
        "A rate is computed from its parts; a typed value beside them must agree.",
        "value: 9\nnumerator: 50\ndenominator: 1000",
    ),
    Code(
        "SMM043",
        "Export not recognised",
        "An export is recognised by the names of its columns; where they are unknown or fit two formats, the entry "
        "says under `data` what they mean.",
        "data:\n  - {file: exports/bookings.csv, columns: {date: Dag, conversions: Boekingen}}",
    ),
    Code(
        "SMM044",
        "Cell of an export that cannot be read",
        "A date or number is never guessed: 1.250 is a thousand or one and a quarter, 03/04 is March or April.",
        "",
    ),
    Code(
        "SMM045",
        "Figure that the export does not give",
        "Sums are only taken where they are true: reach is never added up, rates are computed from their parts, and a "
        "file that covers half a period says nothing about the whole.",
        "metric: reach\nfile: exports/posts.csv",
    ),
    Code(
        "SMM046",
        "Rows that would be counted twice",
        "Two exports that overlap, or one that lists a post twice, would make every sum too large.",
        "",
    ),
    Code(
        "SMM047",
        "Sums over periods of different length",
        "A quarter has three times the views of a month without anybody doing anything. Set sums beside each other "
        "that took about as many days, or a rate, which does not grow with the days.",
        "metric: views\nbaseline: 100\nbaseline_period: 2026-02\nresult: 300\nperiod: 2026-03..2026-05",
    ),
    # Completeness
    Code("SMM050", "Translation missing", "The text of the default language is shown in its place.", ""),
    Code(
        "SMM051",
        "Figure of unknown or great age",
        "Salaries and limits change: a salary without a year or older than two years, and a platform's limit that "
        "nobody checked for a year, get a warning.",
        "",
    ),
    # Project
    Code("SMM060", "No project here", "The command needs a folder with an smm.yml or mkdocs.yml.", ""),
    Code(
        "SMM061",
        "Unknown look",
        "`look` in smm.yml names a folder in themes/ or one of the looks that come with us.",
        "look: studoi",
    ),
    Code(
        "SMM062",
        "Folder is in the way",
        "The command writes only into an empty or new folder, or one it made itself.",
        "",
    ),
    Code("SMM063", "Wrong word on the command line", "An option has a value that the command does not know.", ""),
    Code(
        "SMM064",
        "Block not understood",
        "A line such as `[smm:checklist new-hire]` names a block that does not exist.",
        "[smm:salaries nl]",
    ),
    # Look
    Code(
        "SMM070",
        "Too little contrast",
        "Text needs a contrast of 4.5 to its ground, large text and drawings 3 (WCAG 2.2 AA).",
        "",
    ),
    Code("SMM071", "Brand file cannot be used", "brand.yml is the one source of colours, type and rules.", ""),
    Code(
        "SMM072", "Font cannot be used", "Fonts come from installed fontpkg packages or files in the look's folder.", ""
    ),
    # Build
    Code("SMM080", "Site build failed", "MkDocs stopped; its own message is shown above.", ""),
    Code("SMM081", "Entry without a page", "After the build every entry must have its page in every language.", ""),
    Code("SMM082", "Link without a target", "A link or file inside the finished site leads nowhere.", ""),
    Code("SMM083", "Request to another site", "A finished page would load something from a third party.", ""),
    Code("SMM084", "Two sources for one page", "A hand-written page and a generated one have the same address.", ""),
    # Print
    Code("SMM090", "PDF libraries missing", "WeasyPrint needs Pango; Python packages cannot bring it.", ""),
    Code(
        "SMM091",
        "File for print not found or not allowed",
        "A printed document reads only files inside the project.",
        "",
    ),
    Code(
        "SMM092",
        "Character without a shape",
        "No font of the document can draw a character; it would print as a box.",
        "",
    ),
    Code("SMM093", "Print layout warning", "WeasyPrint could not use something exactly as written.", ""),
    Code("SMM094", "Page that is nearly empty", "A heading was left alone or a block was too tall for its page.", ""),
    Code(
        "SMM095",
        "Printed document breaks an accessibility rule",
        "A form field without a label, or a font that is not the brand's.",
        "",
    ),
    # Campaigns
    Code(
        "SMM100",
        "Longer or more than the platform takes",
        "Texts, titles, headlines, hashtags, mentions, links and emoji are counted as the platform counts them. An "
        "error where its own documentation or two recent sources say so, else a warning that names the source.",
        "",
    ),
    Code(
        "SMM101",
        "Advertising that does not say so in time",
        "A post for somebody's benefit says so in words that nobody can miss: before the fold, in every language.",
        "disclosure: partnership",
    ),
    Code(
        "SMM102",
        "File that the platform does not take",
        "Number, kind, proportion, size and length are read from the files themselves.",
        "",
    ),
    Code(
        "SMM103",
        "Covered by the platform's own buttons",
        "Platforms lay names, texts and buttons over a vertical video; what lies below them cannot be read.",
        "elements: [{name: Price, left: 400, top: 1700, width: 300, height: 120}]",
    ),
    Code(
        "SMM104",
        "Picture without words, or video without captions",
        "People who do not see or hear the post must get it too.",
        "",
    ),
    Code(
        "SMM105",
        "Link that is not tracked by the scheme",
        "One naming scheme for all utm parameters; a link that has others, or none, cannot be counted with the rest.",
        "link: https://example.com/?utm_source=Insta",
    ),
    Code(
        "SMM106",
        "Post approved by nobody",
        "A post that is approved, scheduled or published names who approved it.",
        "",
    ),
    Code(
        "SMM107",
        "Words that the client wants or forbids",
        "Required words and the words of a claim stand in the post, forbidden ones do not.",
        "",
    ),
    # Packs
    Code(
        "SMM110",
        "Condition that cannot be read",
        "`when` compares columns of the list of people with texts in quotes, joined by and, or, not and parentheses.",
        "when: role = ads",
    ),
    Code("SMM111", "List of people cannot be read", "People come from CSV, XLSX or YAML, with a row of headings.", ""),
    Code(
        "SMM112",
        "Column not understood",
        "Headings are names of fields in any shipped language; one that is nearly a known name is a spelling mistake.",
        "Strat datum",
    ),
    Code(
        "SMM113",
        "Date with two readings",
        "03/04/2027 is 3 April in one country and 4 March in another; nothing is guessed.",
        "03/04/2027",
    ),
    Code("SMM114", "Field of a person missing", "The guide uses a field that the list does not give.", ""),
    Code("SMM115", "Two packs with one file name", "One of them would overwrite the other.", ""),
    Code("SMM116", "Date in the past or on a day off", "A first day that is over is usually a wrong year.", ""),
    Code("SMM117", "Pack cannot be made", "The document of one person could not be laid out.", ""),
    # Courses and indexes
    Code(
        "SMM120",
        "Course that its figure contradicts",
        "Points that fill the whole period of a sum add up to that sum; otherwise one of them is wrong.",
        "metric: views\nresult: 50\nperiod: 2026-03-01..2026-03-02\n"
        "series: [{period: 2026-03-01, value: 20}, {period: 2026-03-02, value: 20}]",
    ),
    Code(
        "SMM121",
        "Figure told that is shown as an index only",
        "With `numbers: index` nobody learns the real figures; one of them in a text would give the scale of all.",
        "numbers: index\nsummary: We went from 18 to 4100 bookings.\nresults: [{metric: conversions, result: 4100}]",
    ),
    # Pictures
    Code(
        "SMM122",
        "Picture that cannot be read",
        "Every picture is drawn anew from its pixels before it is published, so that nothing the camera wrote in goes "
        "along. One that is broken, of a kind that browsers do not show (HEIC, RAW), or not what its name says cannot "
        "be.",
        "picture: {file: images/IMG_2041.heic, alt: The shop window}",
    ),
    Code(
        "SMM123",
        "Picture that is too large or too small",
        "At most 40 MB, 16,000 pixels a side and 80 million in all: more stops the machine and helps nobody. A warning "
        "where a picture has fewer pixels than its place shows.",
        "",
    ),
    Code(
        "SMM124",
        "Drawing that runs code or loads something",
        "An SVG can hold scripts, links to other sites and whole pages; only a drawing is published.",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>…</script></svg>',
    ),
    Code(
        "SMM125",
        "Video that tells where it was filmed",
        "Telephones write the place into the header of a video. Videos are published as they are, so you are told.",
        "",
    ),
    # Honesty and privacy
    Code(
        "SMM126",
        "Private term",
        "Words on `private_terms` in smm.yml, or in private_terms.txt, stand in no text, file name or address that is "
        "published. Capitals, accents, hyphens and spaces make no difference. A short term counts only as whole words, "
        "one of eight letters and more within longer words too.",
        "private_terms: [Project Heron]",
    ),
    Code(
        "SMM127",
        "Contact or account detail in a text",
        "E-mail addresses, telephone numbers, bank accounts, account ids and access tokens are read by machines as "
        "soon as they are online. A warning while you write; it stops publishing. The profile's own are meant to be "
        "seen, and so is what `public_contacts` in smm.yml lists.",
        "caption: Mail Bartje for the figures, bartje@…",
    ),
    Code(
        "SMM128",
        "Text that waits to be written",
        "Sample text of the starter, `lorem ipsum`, `TODO`, and addresses that belong to nobody. A warning while you "
        "write; it stops publishing. Words in code are left alone.",
        'headline: "Sample text: one sentence on what you do, and for whom"',
    ),
    Code(
        "SMM129",
        "Hidden name in the finished site",
        "Before it is published, the finished site is searched once more, whoever made its files: pages, what search "
        "finds, pictures, PDFs, calendars, tables, and every file name.",
    ),
    Code(
        "SMM130",
        "Account name in a text",
        "An account name such as `@somebody` leads to a person. That is often meant, so this only draws attention.",
    ),
    Code(
        "SMM131",
        "Mock without its label",
        "Every page, document, picture, calendar and table of a mock says that it is one. If one does not, that is a "
        "fault of smm-portfolio or of a theme template of your own.",
    ),
    Code(
        "SMM135",
        "File that cannot be searched",
        "A document with a password, or packed in a way that cannot be opened, may tell what must not be published. An "
        "error where a project has names to hide, a warning in any other.",
        "",
    ),
    Code(
        "SMM136",
        "Picture that tells where it was taken",
        "Pictures of the docs folder lose what the camera noted. The finished site is searched once more for those "
        "that came another way: from a theme, in an archive or a PDF, written into a page.",
    ),
    Code(
        "SMM137",
        "File that would be published by accident",
        "A site takes along whatever lies in the docs folder. Copies of content (`case.yml.bak`), tables and YAML that "
        "lie among content without being any, and what Windows leaves behind are hardly meant. A warning while you "
        "write; it stops publishing.",
        "",
    ),
    # Documents
    Code(
        "SMM132",
        "Case study on more than two pages",
        "A case study as a PDF is front and back of one sheet. One that is a few lines too long is set closer. A "
        "longer one is printed whole, on a third page, and says so here; nothing is shrunk or left out.",
        "",
    ),
    Code(
        "SMM133",
        "Document of more than 10 MB",
        "Mail servers and application forms commonly refuse larger files.",
        "",
    ),
    # Posts
    Code(
        "SMM134",
        "Font that cannot be read",
        "A file in the project's folder `fonts` is no font, or there are more than eight.",
        "",
    ),
    Code(
        "SMM140",
        "Versions of a test that do not differ",
        "An A/B test compares two different things; of two equal versions neither can win.",
        "",
    ),
    Code(
        "SMM141",
        "Part of a post that its format does not show",
        "Cards belong to carousels and stories, further parts to threads, polls to formats that have them. What a "
        "format does not show is neither drawn nor published.",
        "",
    ),
    Code(
        "SMM142",
        "Campaign without results",
        "A case study tells results. A campaign has them in its report, where every figure is simulated; without a "
        "report there is nothing to make a case study of.",
    ),
    Code(
        "SMM143",
        "File is there already",
        "A command that writes a new content file never replaces one, since somebody may have worked on it.",
        "",
    ),
)

CODES: dict[str, Code] = {code.id: code for code in _ALL}
"""Every code by its id."""
