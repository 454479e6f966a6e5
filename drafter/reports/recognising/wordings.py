"""The words that give a recommendation, a question, a reply or a decoy away."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """An expression with several beginnings, tried only where one of them stands: far quicker."""

    expression: re.Pattern[str]
    stems: tuple[str, ...]
    """In lower case: each phrase begins with one of them."""

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        low = text.lower()
        if len(low) != len(text):
            return self.expression.search(text) is not None  # some capitals are longer in lower case
        for stem in self.stems:
            at = low.find(stem)
            while at >= 0:
                if self.expression.match(text, at):
                    return True
                at = low.find(stem, at + 1)
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them."""
        return self.expression.search(text) if self.stand_in(text) else None


TELLING = Phrases(
    re.compile(
        r"\b(?:recommendations?|calls? to action|calls? for action|proposals?|what we recommend|we recommend|"
        r"our (?:\w+ ){0,2}asks|key asks|questions?"
        r"|priorit(?:y|ies) (?:for )?actions?|agenda for (?:action|change|reform)"
        r"|what (?:needs to|must|should) (?:change|happen|be done|improve)"
        r"|(?:areas|suggestions) for improvement"
        r"|what we (?:want|are (?:asking|calling) for|would like to see)|(?:our|policy) (?:demands|asks)"
        r"|what (?:the )?(?:\w+ )?(?:governments?|ministers|councils?|regulators?|employers|boards?)"
        r" (?:should|must|can|needs? to) do"
        r"|what (?:does )?the [\w ]{3,30} needs? to (?:do|improve)(?: (?:next|better|to improve))?"
        r"|actions? for (?:the )?(?:\w+ )?(?:government|ministers|parliament|councils?|regulators?)"
        r"|our proposals|(?:key|priority) concerns|action points?|agreed actions?"
        r"|(?:recommended|remedial|suggested) actions?|actions? recommended)\b",
        re.I,
    ),
    ("recommend", "call", "proposal", "what ", "we recommend", "our ", "suggestions for", "policy ", "key ",
     "question", "priorit",
     "agenda for", "areas for", "action", "agreed", "remedial", "suggested"),
)  # fmt: skip
_CITED = re.compile(r"\b(?:recommendation|proposal|question)\s(?:no\.?\s)?(?:\w+/)?\d[\d/]*", re.I)
"""One that has a number of its own, as in "Reply to Recommendation 2071": no list."""


def tells(heading: str) -> bool:
    """Whether it names a list of what is recommended, proposed or asked."""
    return TELLING.stand_in(_CITED.sub("", heading))


WEAKLY = re.compile(
    r"\b(?:priorit(?:y|ies)|actions?|agenda for|what (?:needs to|must|should) (?:change|happen|be done))\b",
    re.I,
)
"""Of the words that tell, these head plans and advice to readers, too."""
NAMING = re.compile(r"\b(?:recommend\w*|calls?|proposals?|asks|questions?|concerns)\b", re.I)
"""And these name what is asked."""
NAMED = re.compile(r"\b(?:recommendation|call|proposal|ask|question|concern|conclusion)", re.I)
"""What it names, be it one or several."""
DOING = re.compile(
    r"(?:[\d.]+\s+)?(?:how (?:to|we)|who|when|why|if|where|repl(?:y|ies) to|step \d"
    r"|responses? by|(?:summary|analysis) of (?:the )?(?:consultation )?(?:responses|replies|feedback)"
    r"|making|handling|developing|considering|responding to|answering|preparing|submitting|publishing"
    r"|evaluating|implementing|assessing|following up|tracking|monitoring|drawing up|bringing forward|raising"
    r"|dealing with|scrutinising|approving)\b",
    re.I,
)
"""What is done with recommendations, or how to make them: no list of them."""
CONCLUDING = re.compile(r"\bconclusions?\b", re.I)
QUESTIONING = re.compile(r"\bquestions?\b|\bquestionnaire\b", re.I)
HARD_DECOY = re.compile(
    r"\b(?:contents|terms of reference|calls? for (?:written )?evidence|formal minutes|"
    r"previous (?:\w+ )?recommendations?|earlier recommendations?"
    r"|(?:progress|update|status|follow-up) (?:on|against|of|since)|past recommendations"
    r"|(?:19|20)\d\d recommendations?\s(?:progress|status)|recommendations? of the (?:19|20)\d\d\s\w+|"
    r"recommendations (?:from|of|in|made by) (?:previous|earlier|other|past)|bibliography|references|"
    r"glossary|witnesses|(?:frequently asked|common) questions|faqs?|questions and answers|q ?(?:&|and) ?a"
    r"|(?:research|evaluation|interview|application|exam|written|parliamentary|oral|supplementary) questions"
    r"|(?:reflective|essential) questions|questions to ask\b"
    r"|(?:questions|points) to (?:consider|think about)"
    r"|questions (?:considered|answered|asked (?:by|in|of)|(?:put|sent) to"
    r"|in (?:the|our) (?:survey|interviews?)"
    r"|we (?:will )?ask(?:ed)?|for written answer)"
    r"|(?<!the )survey questions|topic guide|discussion guide|interview (?:guide|schedule)|written answers"
    r"|(?:principal|key|main|strategic|corporate|top|emerging) risks|risk register"
    r"|recommendations? made (?:by|in) .{0,60}\b(?:19|20)\d\d"
    r"|feedback (?:questionnaire|form|on (?:this|the|our) (?:consultation|document|process)))\b",
    re.I,
)
"""These say that it is no list of this report's own, whatever else they say."""
STUDIED = re.compile(r"\bdiscussion questions\b", re.I)
"""For a class or a book group, unless the title says that the reader is consulted."""
DECOY = re.compile(
    r"\b(?:contents|findings?|bibliography|references|endnotes|footnotes|notes|glossary|abbreviations|"
    r"acronyms|witness(?:es)?"
    r"|terms of reference|call for evidence|calls? for (?:written )?evidence|formal minutes|"
    r"published written evidence|list of reports|index|further reading"
    r"|list of (?:figures|tables|boxes|abbreviations)|how to respond|key facts|methodology|about (?:you|"
    r"us)|data protection|privacy notice"
    r"|confidentiality|previous recommendations|progress (?:on|against)|membership|acknowledge?ments|"
    r"oral evidence|lessons?|our commitments?|how we (?:will|did|are)\b|timeline|chronology"
    r"|agenda|definitions?|principles|criteria|objectives|respondents?|organisations|safety issues?"
    r"|safety actions?|literature|sources)\b",
    re.I,
)
MODAL = re.compile(
    r"\b(?:should|must|ought to|needs? to|shall|recommends?|recommended|call(?:s|ed)? (?:up)?on|urges?|"
    r"propose[sd]?|encourages?"
    r"|is invited to|are invited to|suggests? that|be (?:required|introduced|established|given|amended|"
    r"published|reviewed|extended|abolished|made)|it is (?:essential|vital|imperative|important) that)\b",
    re.I,
)
STRONG = Phrases(
    re.compile(
        r"\b(?:recommends?|recommended|should|must|ought to|call(?:s|ed)? (?:up)?on|we urge|urges?|"
        r"we suggest|we propose|we ask|asks? the|requests (?:an?|that|the|further)|would be beneficial"
        r"|need(?:s)? to)\b",
        re.I,
    ),
    ("should", "must", "recommend", "need", "call", "urge", "we ", "ask", "requests ", "ought to",
     "would be beneficial"),
)  # fmt: skip
COMMENDING = Phrases(
    re.compile(
        r"\b(?:recommends?|recommended|call(?:s|ed)? (?:up)?on|calls? for|we urge|urges?|we ask|"
        r"we propose)\b",
        re.I,
    ),
    ("recommend", "call", "urge", "we "),
)
"""It says itself that it recommends."""
IMPERATIVE = re.compile(
    r"(?:ensure|establish|create|develop|introduce|review|publish|require|provide|amend|extend|increase|"
    r"reduce|improve|strengthen"
    r"|support|set up|set out|make|give|build|consider|adopt|implement|invest|fund|commission|promote|"
    r"encourage|work with|abolish|repeal|replace"
    r"|appoint|expand|undertake|update|monitor|prioritise|prioritize|use|allow|enable|simplify|remove|"
    r"clarify|commit|conduct|launch|change|design|embed|explore|identify|maintain|pilot|protect|put|raise|"
    r"reform|restore|scrap|speed up|streamline|take|tackle|transform|end|ban|begin|bring|continue|agree|"
    r"align|assess|co-?ordinate|define|deliver|engage|evaluate|examine|facilitate|focus|formalise|give|"
    r"grant|hold|include|integrate|issue|keep|lead|legislate|limit|mandate|move|offer|prepare|produce|"
    r"recognise|record|report|revise|seek|share|test|train|work"
    r"|respond|look|pay|open|stop|start|cut|double|halve|lower|guarantee|rebuild|devolve|empower|equip"
    r"|regulate|reinstate|ring-?fence|roll out|scale up|set|sign|spend|tell|trial|widen|act|address"
    r"|accelerate|apply|audit|avoid|broaden|carry out|check|collect|combine|complete|connect|consult|convene"
    r"|cooperate|educate|eliminate|enforce|enhance|enshrine|exempt|fix|foster|harmoni[sz]e|help|inform|inspect"
    r"|install|instruct|invite|link|meet|moderni[sz]e|notify|organi[sz]e|overhaul"
    r"|phase out|preserve|prevent|prohibit|pursue|ratify"
    r"|reconsider|redesign|reinforce|reintroduce|relax|request|resource|retain|reverse|safeguard|send|shift"
    r"|standardi[sz]e|step up|suspend|sustain|teach|treat|unlock|upgrade|uphold|withdraw|write"
    r"|ask|let|measure|remind|freeze|pause|uprate|backdate|mainstream|decriminalise|incorporate|recruit|repair|scale|negotiate)\b",
    re.I,
)
RESOLVING = re.compile(
    r"(?:(?:strongly|further|also|again|therefore|urgently|firmly|deeply|once|finally|solemnly)\s){0,2}"
    r"(?:calls? (?:up)?on|urges?|stresses|considers|regrets|invites|encourages|instructs|believes|reiterates|"
    r"welcomes|notes|recalls|underlines|highlights|deplores|condemns|requests|insists|asks|demands|"
    r"recommends|expresses|takes note|emphasi[sz]es|points out|supports|warns|acknowledges|recogni[sz]es|"
    r"is (?:convinced|concerned|of the opinion|aware)|commends|(?:re)?affirms|decides|draws attention|"
    r"proposes|suggests|appeals|endorses)\b",
    re.I,
)
"""The paragraphs of a parliament's or an assembly's resolution begin with what it does: "Calls on ..."."""
OPENLY = re.compile(
    r"(?:(?:therefore|accordingly|in (?:this|that|the|these) (?:regard|light|context|circumstances?)"
    r"|for (?:this|these) reasons?|as such|moreover|finally|also)\b,?\s"
    r"|(?:(?:further )?recalling|noting|bearing in mind|drawing attention|taking (?:note|account)"
    r"|(?:taking )?into account|while (?:welcoming|noting|recalling|taking)"
    r"|in (?:the )?(?:light of|line with|accordance with|view of|order to)"
    r"|with (?:reference|a view|regard) to"
    r"|having regard to|given|pursuant to)\b(?:[^.;:?!]|\.(?!\s+[A-Z])){3,250}?,\s)?"
    r"(?:(?:we|i|the (?:sub-?)?(?:committee|panel|commission|group|inquiry|review|board|tribunal))"
    r"(?:\s(?:therefore|also|further|strongly|again|urgently|and|thus|reiterates? and))*"
    r"\s(?:recommends?|calls? (?:up)?on|urges?)\b|it is (?:therefore )?recommended\b)",
    re.I,
)
"""A paragraph that begins so recommends, whatever stands around it."""
THAT = re.compile(r"that\b(?=:|,?\s)", re.I)
"""So begin recommendations whose "We recommend" stands once for all, or nowhere: "That the Council ..."."""
ANNOUNCING = re.compile(
    r"\b(?:recommendations|proposals|calls|questions|matters of concern)\b(?:\s\w+){0,4}\s(?:are|is)"
    r"\s(?:\w+\s){0,2}(?:below|here|as follows)\b"
    r"|\b(?:recommendations|proposals)\b[^.;:?!]{0,80}\b(?:listed|set out) (?:below|here)\b",
    re.I,
)
"""A sentence that says that they follow."""
LEAD_IN = re.compile(
    r"\b(?:we|i|it|this (?:report|review|paper|briefing|committee|inquiry|commission|panel)"
    r"|(?:the|your) (?:\w+ )?(?:committee|review|inquiry|commission|panel|group|taskforce|report"
    r"|authors?|inspectorate|board|council))"
    r"(?:\s(?:therefore|accordingly|also|further|strongly|now|jointly|make|makes?|set out|are|respectfully"
    r"|hereby|unanimously|would|thus|urgently))*"
    r"\s(?:recommends?|calls? (?:up)?on|urges?|asks?|the following recommendations|"
    r"(?:is|are) calling (?:up)?on|following recommendations"
    r"|(?:advises?|proposes?|suggests?)[^.;:]{0,60}\sthat)\b"
    r"|\bit is (?:\w+ )?(?:recommended|proposed|advised|urged)\b[^.;:]{0,60}\sthat\b"
    r"|\bit is recommended to\b[^.;]{0,80}:$"
    r"|\b(?:is|are) calling (?:(?:up)?on|for)\b"
    r"|^(?-i:(?:HEREBY |FURTHER |ALSO )?(?:INVITES|CALLS ON|CALLS UPON|URGES|ENCOURAGES|REQUESTS|RECOMMENDS))"
    r"\b[^.;]{0,120}:$"
    r"|\bhereby (?:recommends?|invites?|calls? (?:up)?on|urges?)\b[^.;]{0,120}:$"
    r"|\b(?:makes?|sets? out|offers?|(?:we|i)(?: have)? made)"
    r"\s(?:\w+\s){0,3}(?:recommendations|proposals)\b[^.]{0,60}:$"
    r"|\b(?:our|the following|key|main) (?:recommendations|asks|calls)\b[^.]{0,60}:$"
    r"|\binvites? (?:\w+ )?(?:submissions?|evidence|views|responses|comments)\b[^.;]{0,120}:$"
    r"|\bwould (?:\w+ )?welcome (?:\w+ )?(?:submissions|evidence|views|responses|comments)\b[^.;]{0,120}:$"
    r"|\b(?:congress|conference|assembly|synod) (?:therefore )?"
    r"(?:calls (?:up)?on|resolves to|instructs|urges)\b"
    r"[^.;]{0,300}:$"
    r"|\b(?:audit|the (?:auditor[- ]general|audit office|ombudsman)) has recommended that\b[^.;]{0,120}:$"
    r"|^(?:it was )?(?:resolved to )?recommend(?:ed)?\b[^.]{0,40}:$",
    re.I,
)
"""Ends in a colon; what follows is what is recommended, though no verb of its own may say so."""
_BODIES = (
    r"governments?|ministers?|ministry|departments?|councils?|parliament|congress|legislature|authorit(?:y|ies)"
    r"|commission(?:ers?)?|regulators?|secretar(?:y|ies) of state|agenc(?:y|ies)|treasury|nhs"
    r"|(?-i:[A-Z]{3,6})|home office|police|(?:member )?states|cit(?:y|ies)|count(?:y|ies)|mayors?"
    r"|universities|companies|employers|parties"
)
BODY_SHOULD = re.compile(
    rf"\b(?:{_BODIES})\b[^.?!;:]{{0,40}}\b(?:should|must|needs? to|ought to)"
    r"(?:\s(?:also\s)?(?:work|liaise|engage|collaborate|co-?operate)\b[^.?!;:]{0,160}\bto)?:$",
    re.I,
)
"""The other kind of lead-in: "The Welsh Government should:"; but not "Staff should:"."""
HINTING = re.compile(
    r"\b(?:next steps|(?:the )?ways? forward|conclusions?|looking ahead|the future(?! of)|what next)\b",
    re.I,
)
"""Headings under which reports advise, or do other things."""


SENTENCES = re.compile(r"(?<=[.?!])(?<!\bU\.[SKN]\.)[”’\"')]*\s+(?=[A-Z“‘])")
"""What stands between two of them."""


PAST = re.compile(
    r"\b(?:in|since)\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b[^.?!]{0,1000}"
    r"\b(?:made|recommended|called|urged|proposed|suggested)\b"
    r"|\b(?:said|argued|suggested|told|wrote|claimed)\b[^:.?!]{0,1000}\b(?:should|must|needs? to|ought to)\b"
    r"|\b(?:he|she|they)\s(?:\w+\s)?(?:recommends?|calls?|proposes?|suggests?|urges?)\b[^.?!]{0,1000}:$"
    r"|(?<!\bis )(?<!\bwe )(?<!\bi )(?<!\bhave )(?<!\bhas )\brecommended that\s*:$"
    r"|\b(?:will|to|should|may|can)\smake\s(?:\w+\s){0,2}recommendations\b"
    r"|\b(?:include|including|comprise|consider)\b[^:]{0,40}\b(?:such \w+ )?as the following\s*:$",
    re.I,
)
"""So begins what was recommended long ago, or will be; or what is counted as examples.

No sentence is longer than so many letters: without a bound, one line of ten thousands takes seconds.
"""


def leads_in(text: str) -> bool:
    """Whether a list of what is recommended follows: its last sentence says so."""
    bare = text.rstrip(_DASHES)
    if not bare.endswith(_ENDS):
        if bare == text:
            return False  # as most texts end, whose sentences need not be told apart
        last = SENTENCES.split(text)[-1].rstrip()
        return not PAST.search(last) and _DASHED.search(last) is not None
    last = SENTENCES.split(bare)[-1]
    if PAST.search(last) or _TO_READER.search(last):
        return False
    return bool(LEAD_IN.search(last) or BODY_SHOULD.search(last))


INTRODUCING = re.compile(
    r"(?:in )?this (?:chapter|section|part|annex|summary|list|appendix)\b,? (?:(?:we|i) )?"
    r"(?:sets? out|lists?|summari[sz]es?|draws? together|brings? together|contains?|collects?|gathers?)\b"
    r"|in (?:part|chapter|section) \w{1,4},? we (?:set out|describe|look at|examine|discuss|consider)\b"
    r"|in (?:considering|making|framing) (?:our|my|these) recommendations?\b"
    r"|the [\w ]{3,60} ha(?:s|ve) (?:agreed|accepted|undertaken) (?:to (?:carry out|implement|accept) )?"
    r"(?:all )?(?:of )?(?:these|our|the) recommendations\b",
    re.I,
)
"""A numbered paragraph that only says that the list follows, what it rests on, or that it was accepted."""
_TO_READER = re.compile(
    r"\b(?:recommend|suggest|advise|ask|urge)s?(?: that)? you\b|\byou (?:should|must|need to):$", re.I
)
"""Guidance recommends things to whoever reads it."""


_DASHES = "—–- "
_ENDS = (":", " that")
"""So ends what leads in, with or without a dash behind it."""
LEADING_ENDS = (*_ENDS, "—", "–", "-")
_DASHED = re.compile(
    r"\b(?:(?:we|i|(?:this|the|your) (?:\w+ )?"
    r"(?:committee|review|inquiry|commission|panel|group|board|council))"
    r"(?:\s(?:therefore|accordingly|also|further|strongly|now|respectfully|hereby|unanimously|thus))*"
    r"\s(?:recommend|propose|advise|urge|suggest)s?|it is (?:\w+ )?(?:recommended|proposed|advised))"
    r"(?:\s[\w’']+){0,4}(?:\s?[—–]|\s-|--)$",
    re.I,
)
"""Or so, in a dash alone: "I recommend—"."""


_COLUMN_NAMES = """
    no number nr ref reference item recommendation recommendations question questions proposal proposals
    action actions conclusion the our and or of by to government governments committee committees
    department departments departmental council councils commission commissions response responses reply
    position status owner lead due date deadline timescale timing progress comment comments priority
    accepted agreed page paragraph theme topic chapter responsible responsibility body organisation who
    when why what we recommend rationale reason reasons cost target type management officer officers agency
    finding findings issue issues observation risk rating grade
"""
_COLUMNS = frozenset(_COLUMN_NAMES.split())
_LISTED_COLUMN = Phrases(
    re.compile(r"\b(?:recommend(?:ation)?|question|proposal)s?\b", re.I),
    ("recommend", "question", "proposal"),
)
"""Minutes have a column of actions, too."""
_WORD = re.compile(r"[a-z]+", re.I)


def is_table_head(text: str) -> bool:
    """Names of columns and nothing else, one of them that of a list: "No. Recommendation Owner"."""
    if len(text) > _LONGEST_HEAD or not _LISTED_COLUMN.stand_in(text):
        return False
    words = _WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    if len(words) < _FEWEST_COLUMNS or words == _TITLE:
        return False
    return _COLUMNS.issuperset(words) and not any(letter.isdigit() for letter in text)


_FEWEST_COLUMNS = 2
_TITLE = ["what", "we", "recommend"]
"""These alone are the title of a chapter."""


_LONGEST_HEAD = 100


def names_a_reply(text: str) -> bool:
    """The name of the column beside: "Management response"."""
    low = text.lower()
    first = _WORD.search(low)
    if first is None or first.group() not in _COLUMNS:
        return False
    words = _WORD.findall(low)
    return len(words) > 1 and _COLUMNS.issuperset(words) and words[-1] in _REPLIES


_REPLIES = frozenset({"response", "responses", "reply", "comment", "comments", "position"})
REPLY = re.compile(
    r"(?:(?:the\s)?(?:UK\s|Scottish\s|Welsh\s|HM\s)?(?:government|department|ministry|commission|committee|"
    r"agency|council|board|minister|company)(?:[’']s)?\s(?:response|reply|position)\b"
    r"|response\b\s*(?::|$|to\b)|reply\b\s*:|(?:our|official|agency|management|departmental)\sresponse\b"
    r"|(?:officers?|management|agency|executive|directors?|chief executive|auditee|client)(?:[’']s?)?\s"
    r"(?:response|reply|comments?|position)\b"
    r"|(?:(?:partially|partly|fully|not)\s)?(?:accept(?:ed)?|agree[d]?|reject(?:ed)?|disagree[d]?|noted)"
    r"(?:\s(?:in\s(?:full|part|principle)|fully|partly|partially))?\s*(?:[.:–—-]|$)"
    r"|we\s(?:fully\s|broadly\s|partially\s|strongly\s)?(?:accept|agree|reject|disagree|note|"
    r"welcome)\b(?:\s(?:with\s)?(?:this|the)\s(?:committee|recommendation|conclusion)|,|\s)"
    r"|(?:the\s)?(?:UK\s|Scottish\s|Welsh\s|HM\s)?(?:government|department|ministry|home office|treasury|"
    r"nhs england|ofcom|ministers?|commission|council|agency|authority|trust)"
    r"\s(?:also\s|fully\s|broadly\s|partially\s|strongly\s)?(?:accepts?|"
    r"agrees?|rejects?|disagrees?|notes|welcomes|acknowledges|recognises|thanks|is grateful|"
    r"does not (?:accept|agree))\b"
    r"|as the (?:committee|report|eac) (?:has\s)?(?:state[ds]|note[ds]|recognise[ds])|status\s*:|"
    r"progress\s*:|leads?(?:\sdepartment|\sresponsibility)?\s*:|timescale\s*:|"
    r"responsible (?:body|bodies|organisations?|departments?|party|parties|officers?)\s*:|owners?\s*:|"
    r"by when\s*:|"
    r"(?:implementation|target|target implementation|completion) (?:date|deadline|time-?frame)\s*:)",
    re.I,
)
NAMED_REPLY = re.compile(
    r"[A-Z][^.?!:;]{2,80}\s[–—-]\s(?:(?:partially|partly|fully)\s)?(?:agree[sd]?|accept(?:s|ed)?|"
    r"disagree[sd]?|reject(?:s|ed)?)\b(?=\s*(?:[,.;(–—-]|$))",
    re.I,
)
"""Says first who replies: "Department for Transport – Accepted"."""
REPLIED = re.compile(
    r"(?:on|in)\s(?:\d{1,2}\s)?\w+\s\d{4},?\s.{0,120}\b(?:replied|responded|advised|gave notice|"
    r"approved the closure|accepted)\b"
    r"|(?:[\w,’'-]+\s){0,12}[\w-]+[’']s?\s(?:response|reply)\s?[.:]"
    r"|(?:response|reply) of the (?:[\w,’'-]+\s){0,12}[\w-]+\s?[.:]\s",
    re.I,
)
SIGNED = re.compile(
    r"(?:done|signed|adopted|dated) (?:at|in|by|this) [A-Z0-9][^.]{2,60}\b(?:19|20)\d\d\b"
    r"|all of which (?:we|i) (?:humbly |respectfully )?submit\b"
    r"|yours (?:sincerely|faithfully)\b|for the (?:council|commission|parliament)\s*(?:,|$)",
    re.I,
)
"""Below the last item the document is signed."""
_TAIL = re.compile(
    r"[\[(]\s*(?:(?P<kind>conclusion|recommendation)s?,?\s*)?(?:paragraphs?|paras?\.?|see paragraphs?|"
    r"page|pages|pp?\.|section|chapter)\s*[\d.,\s–—-]+(?:\s?(?:and|to|&)\s?[\d.]+)*[a-z]?\s*[\])]\.?\s*$",
    re.I,
)
_LONGEST_TAIL = 200


def tail_of(text: str) -> re.Match[str] | None:
    """The "(Paragraph 7)" at the text's end, if it is there."""
    end = text[-3:]
    if ")" not in end and "]" not in end:
        return None
    return _TAIL.search(text, max(0, len(text) - _LONGEST_TAIL))
