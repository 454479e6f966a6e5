"""The words that give a recommendation, a question, a reply or a decoy away."""

import re

TELLING = re.compile(
    r"\b(?:recommendations?|calls? to action|calls? for action|proposals?|what we recommend|we recommend|"
    r"our asks|key asks|questions?"
    r"|our proposals|action points?|agreed actions|recommended actions?|actions? recommended)\b",
    re.I,
)
CONCLUDING = re.compile(r"\bconclusions?\b", re.I)
QUESTIONING = re.compile(r"\bquestions?\b|\bquestionnaire\b", re.I)
HARD_DECOY = re.compile(
    r"\b(?:contents|terms of reference|calls? for (?:written )?evidence|formal minutes|"
    r"previous (?:\w+ )?recommendations|earlier recommendations"
    r"|(?:progress|update|status|follow-up) (?:on|against|of)|past recommendations|"
    r"recommendations (?:from|of|in|made by) (?:previous|earlier|other|past)|bibliography|references|"
    r"glossary|witnesses|frequently asked questions|faqs?)\b",
    re.I,
)
"""These say that it is no list of this report's own, whatever else they say."""
DECOY = re.compile(
    r"\b(?:contents|findings?|bibliography|references|endnotes|footnotes|notes|glossary|abbreviations|"
    r"acronyms|witness(?:es)?"
    r"|terms of reference|call for evidence|calls? for (?:written )?evidence|formal minutes|"
    r"published written evidence|list of reports|index|further reading"
    r"|list of (?:figures|tables|boxes|abbreviations)|how to respond|key facts|methodology|about (?:you|"
    r"us)|data protection|privacy notice"
    r"|confidentiality|previous recommendations|progress (?:on|against)|membership|acknowledge?ments|"
    r"oral evidence|lessons? learn(?:ed|t)|timeline|chronology|agenda|definitions?"
    r"|principles|criteria|objectives|respondents?|organisations|safety issues?|safety actions?|"
    r"literature|sources)\b",
    re.I,
)
MODAL = re.compile(
    r"\b(?:should|must|ought to|needs? to|shall|recommends?|recommended|call(?:s|ed)? (?:up)?on|urges?|"
    r"propose[sd]?|encourages?"
    r"|is invited to|are invited to|suggests? that|be (?:required|introduced|established|given|amended|"
    r"published|reviewed|extended|abolished|made)|it is (?:essential|vital|imperative|important) that)\b",
    re.I,
)
STRONG = re.compile(
    r"\b(?:recommends?|recommended|should|must|ought to|call(?:s|ed)? (?:up)?on|we urge|urges?|we suggest|"
    r"we propose|we ask|asks? the|would be beneficial|need(?:s)? to)\b",
    re.I,
)
COMMENDING = re.compile(
    r"\b(?:recommends?|recommended|call(?:s|ed)? (?:up)?on|calls? for|we urge|urges?|we ask|we propose)\b",
    re.I,
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
    r"recognise|record|report|revise|seek|share|test|train|work)\b",
    re.I,
)
REPLY = re.compile(
    r"(?:(?:the\s)?(?:UK\s|Scottish\s|Welsh\s|HM\s)?(?:government|department|ministry|commission|committee|"
    r"agency|council|board|minister|company)(?:[’']s)?\s(?:response|reply|position)\b"
    r"|response\b\s*(?::|$|to\b)|reply\b\s*:|(?:our|official|agency|management|departmental)\sresponse\b"
    r"|(?:(?:partially|partly|fully)\s)?(?:accept(?:ed)?|agree[d]?|reject(?:ed)?|disagree[d]?|noted|"
    r"not accepted|partially accepted|accepted in (?:part|principle)|agree in principle)\s*(?:[.:–—-]|$)"
    r"|we\s(?:fully\s|broadly\s|partially\s|strongly\s)?(?:accept|agree|reject|disagree|note|"
    r"welcome)\b(?:\s(?:with\s)?(?:this|the)\s(?:committee|recommendation|conclusion)|,|\s)"
    r"|(?:the\s)?(?:UK\s|Scottish\s|Welsh\s|HM\s)?(?:government|department|ministry|home office|treasury|"
    r"nhs england|ofcom|ministers?)\s(?:also\s|fully\s|broadly\s|partially\s|strongly\s)?(?:accepts?|"
    r"agrees?|rejects?|disagrees?|notes|welcomes|acknowledges|recognises|thanks|is grateful|"
    r"does not (?:accept|agree))\b"
    r"|as the (?:committee|report|eac) (?:has\s)?(?:state[ds]|note[ds]|recognise[ds])|status\s*:|"
    r"progress\s*:|lead(?:\sdepartment|\sresponsibility)?\s*:|timescale\s*:|(?:implementation|"
    r"target) date\s*:)",
    re.I,
)
REPLIED = re.compile(
    r"(?:on|in)\s(?:\d{1,2}\s)?\w+\s\d{4},?\s.{0,120}\b(?:replied|responded|advised|gave notice|"
    r"approved the closure|accepted)\b",
    re.I,
)
TAIL = re.compile(
    r"[\[(]\s*(?:(?P<kind>conclusion|recommendation)s?,?\s*)?(?:paragraphs?|paras?\.?|see paragraphs?|"
    r"page|pages|pp?\.|section|chapter)\s*[\d.,\s–—-]+(?:\s?(?:and|to|&)\s?[\d.]+)*[a-z]?\s*[\])]\.?\s*$",
    re.I,
)
