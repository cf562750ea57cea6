"""Every word that sheets and screens print, in one table, so that a second language can follow."""

LABELS = {
    "use-when": "Use it when",
    "glance": "At a glance",
    "routes": "Ways to it",
    "every-route": "By every route",
    "law": "Legal basis",
    "check-first": "Check first",
    "how": "How to get it",
    "after": "After it is made",
    "record": "Record it",
    "compare": "Combine or compare",
    "evidence": "Evidence",
    "sources": "Sources",
    "scope": "Scope",
    "read-first": "Read first",
    "options": "Options at a glance",
    "sequence": "Suggested sequence",
    "entries": "Short entries",
    "clashes": "Clashes and links",
    "actions": "Action table",
    "terms": "What it can require",
    "timeline": "State of the law over time",
    "offences": "Offences",
    "applicants": "Who can apply or act",
    "issued_by": "Who makes it",
    "authority": "Authority",
    "trigger": "What must have happened",
    "test": "Test",
    "condition": "Condition",
    "conviction": "Conviction needed",
    "standard_of_proof": "Standard of proof",
    "necessity": "Necessity",
    "without_notice": "Without notice",
    "provisions": "Provisions",
    "restricts": "Whom it restricts",
    "child_account": "Child's account",
    "child_agreement": "Child's agreement",
    "carer_statement": "Carer's statement",
    "alerts_subject": "Alerts the subject",
    "identifies_child": "Identifies the child",
    "investigation": "Effect on the investigation",
    "consult": "Consult first",
    "out_of_hours": "Out of hours",
    "child_safety": "The child's safety and voice",
    "rights": "Rights and proportionality",
    "mistakes": "Common mistakes",
    "steps": "Steps",
    "persuades": "What persuades",
    "partners": "Partners",
    "effort": "Effort",
    "record_in": "Record use and outcome",
    "durations": "How long",
    "interim": "Interim",
    "speed": "How fast it binds",
    "consequences": "On breach",
    "conviction-brings": "On conviction",
    "schedules": "Listed in",
    "withdrawn": "Withdrawn",
    "variation": "Variation",
    "appeal": "Challenge",
    "situations": "Answers",
    "transferred": "From elsewhere, never setting the level",
    "harm_signals": "Harm signals",
    "practice_note": "Practice accounts",
    "not_recorded": "Not recorded",
    "status": "State",
    "jurisdiction": "Law of",
    "summary": "In one sentence",
    "aliases": "Also called",
    "former_names": "Formerly",
    "law_checked_on": "Law checked to",
    "review": "Review",
    "family": "Family",
    "ages": "Ages",
    "contexts": "Helps in",
    "aspect": "What",
    "differs": "What differs",
    "alike": "What is alike",
    "prefer": "Which to prefer",
    "evidence-map": "Evidence: what is known, and what is not",
    "evidence-read": "How much sound evidence there is, and apart from that what it says. A low "
    "strength says that little is known, not that a measure fails.",
    "evidence-key": "Filled dots: how strong the evidence is (1 practice report, 2 descriptive, "
    "3 indicative, 4 moderate, 5 strong). The word: what it says. A dot alone: not claimed there.",
    "gaps": "Gaps",
    "iimarch": "IIMARCH annex: fill in by hand; keep case data out of shared copies",
    "blank": "[to be filled in]",
    "outcome-form": "Use and outcome of a measure",
    "outcome-record": "One row for each use; no names, no crime numbers",
    "outcome-contexts": "Context ids",
    "outcome-tiers": "Outcome tiers: what was seen to change",
    "name_cy": "In Welsh",
    "note": "Note",
    "needs": "From the child's side",
    "nothing-needed": "No account, agreement or carer's statement is needed",
    "mistake": "Mistake",
    "step": "",
    "rated": "What is known",
    "left-out": "Also in the whole record",
}
# Names of what a one-side sheet leaves out, where the label of one line would not do.
SHORT = {
    "hows": "how it helps in each context",
    "durations": "periods",
    "conditions": "conditions",
    "related": "related measures",
}

OPTION_GROUPS = (
    ("safe-now", "What makes the child safe now"),
    ("binds", "What binds an adult, a place or a business"),
    ("supports", "What supports, investigates or organises"),
    ("restricts-child", "What restricts the child: the last resort"),
)
VERDICTS = {
    "possible": "Not ruled out on these facts: the test must still be met",
    "possible-if": "Possible, if this holds",
    "unfit": "Does not fit these facts, though law does not rule it out",
    "not-available": "Not available, because this does not hold",
}
NOTES = {
    "danger": "Immediate danger: 999. Police can take a child to safety at once.",
    "strategy": "Reasonable cause to suspect significant harm: the agencies' discussion (strategy "
    "discussion; in Scotland inter-agency referral discussion) comes first; "
    "disruption stands beside the investigation and the child's plan, never in their place.",
    "meaning": "'Possible' means not ruled out on these facts: the test must still be met.",
    "ages": "Ages: for an offence, ask with the ages at the time (for an image, the child's age "
    "in it); for what protects or supports someone, with the age now.",
    "young-suspect": "The suspect is under 18, so is a child too: weigh their welfare, ask "
    "children's services about harm to them, and prefer safeguarding to restriction.",
    "suspect-jurisdiction": "The suspect is in another nation: its measures are listed with "
    "--jurisdiction set to it.",
    "place-jurisdiction": "The place is in another nation: its measures are listed with "
    "--jurisdiction set to it.",
}
FACTS = {
    "child-age": "the child's age",
    "care-status": "the child's legal status",
    "missing": "whether the child is missing",
    "child-account": "the child's account",
    "carer-statement": "a statement by the carer",
    "suspect-age": "the suspect's age",
    "suspect-history": "the suspect's history",
    "relationship": "the suspect's tie to the child",
    "lives-with-children": "whether the suspect lives with children",
    "context": "the abuse context",
    "offence": "the offence",
    "place": "the kind of place",
    "tenure": "how the place is held",
    "licence": "the kind of licence",
    "jurisdiction": "the child's nation",
    "suspect-jurisdiction": "the suspect's nation",
    "place-jurisdiction": "the place's nation",
}

HANDLING = (
    "Handling: public sources; no personal data, no operational information; may be shared with "
    "safeguarding partners."
)
DISCLAIMER = (
    "Decision log; not evidence; not legal advice; no practitioner or lawyer review recorded. "
    "Uncontrolled when printed."
)
EMERGENCY = "In immediate danger act at once: 999; police can take a child to safety."
NO_REVIEW = "No practitioner or lawyer review recorded."
READ_FIRST = (
    "The child's safety comes first. In immediate danger: 999; police can take a child to safety.",
    "Disruption stands beside the criminal investigation, never in its place.",
    "Ask what the child wants and fears, and tell them what will happen and when.",
    "Each power must be necessary and proportionate for this person, place and time.",
    "Record what was considered, used and refused, why, and what followed.",
)
IIMARCH = {
    "information": "Information",
    "intention": "Intention",
    "method": "Method: powers that could be used",
    "administration": "Administration",
    "risk": "Risk assessment",
    "communications": "Communications",
    "human-rights": "Human rights and other legal issues",
}
OUTCOME_FIELDS = {
    "measure_id": "Measure id",
    "used_on": "Date used",
    "context_id": "Context id",
    "used_or_refused": "Used, refused or not applied for, and why",
    "breached": "Breached (yes, no, not known)",
    "outcome_tier": "Outcome tier",
    "outcome": "What changed, and how it is known",
    "child_view": "What the child says of it",
    "reviewed_on": "Date reviewed",
}
ACTION_COLUMNS = ("Action", "Owner", "By when", "Review", "Outcome recorded")
GLANCE_COLUMNS = (
    "Measure", "Bites on", "Led by", "Conviction?", "Child's account?", "How fast",
    "On breach", "Evidence", "State",
)  # fmt: skip
LOCAL_COMPLETION = "Local completion: lead [______]  legal adviser [______]  review [______]"


def label(key: str) -> str:
    """Return the words for a key of `LABELS`."""
    return LABELS[key]
