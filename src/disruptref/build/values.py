"""The closed values that code branches on, each member with its meaning.

Lists that curators extend (contexts, offences, agencies …) are not here: they are data, in
`measures/vocabulary/`. Only the build chain imports this module: the index carries the words of
every value, so that reading commands start without it.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Self


class Closed(StrEnum):
    """A closed list of values; each member carries one sentence saying what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make the member and keep its meaning beside its value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class Nation(Closed):
    """Where a measure's law runs."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"


class Tier(Closed):
    """How soon a practitioner reaches for it."""

    CORE = "core", "Reached for first; complete and checked before the rest."
    STANDARD = "standard", "Part of the full range."


class Purpose(Closed):
    """What the measure is for."""

    DISRUPTION = "disruption", "Stops or hinders a person, place or thing from enabling abuse."
    ENFORCEMENT = "enforcement", "Investigates, charges or punishes."
    PREVENTION = "prevention", "Makes later abuse less likely."
    SAFEGUARDING = "safeguarding", "Protects a particular child."
    SUPPORT = "support", "Helps a child, family or witness."
    PROCESS = "process", "Organises how agencies decide and share."


class Approach(Closed):
    """The three approaches of the CSA Centre's scoping review."""

    DIRECT = "direct", "Acts on a suspect, place or thing."
    SUPPORTIVE = "supportive", "Works through the child, family or community."
    ONLINE = "online", "Acts on online services, content or accounts."


class Target(Closed):
    """What the measure bites on."""

    PERSON = "person", "A person who poses a risk."
    CHILD = "child", "A child."
    PLACE = "place", "Premises or a public place."
    BUSINESS = "business", "A business or licence holder."
    VEHICLE = "vehicle", "A vehicle."
    MONEY = "money", "Money or property."
    ONLINE_CONTENT = "online-content", "Material, accounts or services online."


class Restricts(Closed):
    """Whose freedom it limits."""

    SUSPECT = "suspect", "The person who poses the risk."
    CHILD = "child", "The child: never the first choice, and always marked."
    PARENT_CARER = "parent-carer", "A parent or carer."
    BUSINESS = "business", "A business."
    OWNER = "owner", "The owner of property."
    NOBODY = "nobody", "Nobody."


class LawState(Closed):
    """The state of the law on a day."""

    IN_FORCE = "in-force", "In force"
    PARTLY_IN_FORCE = "partly-in-force", "Partly in force"
    PILOT = "pilot", "Pilot: in named areas only"
    PILOT_ENDED = "pilot-ended", "Pilot ended"
    ENACTED_NOT_IN_FORCE = "enacted-not-in-force", "Enacted, not in force"
    SUPERSEDED = "superseded", "Superseded"
    REPEALED = "repealed", "Repealed"
    NON_STATUTORY = "non-statutory", "Non-statutory"
    NOT_KNOWN = "not-known", "Not known: check which law applies"


USABLE = frozenset(
    {LawState.IN_FORCE, LawState.PARTLY_IN_FORCE, LawState.PILOT, LawState.NON_STATUTORY}
)


class Basis(Closed):
    """What a statement rests on; policy is not statute."""

    STATUTE = "statute", "An Act or statutory instrument."
    CASE_LAW = "case-law", "A judgment."
    COURT_RULES = "court-rules", "Rules of court or practice directions."
    GUIDANCE = "guidance", "Published guidance, statutory guidance included."
    POLICY = "policy", "A national or local policy or template: not law."
    PRACTICE = "practice", "Professional practice or reasoning: not law."


class ContextBasis(Closed):
    """Why the catalogue says that a measure helps in a context."""

    REPORTED_USE = "reported-use", "Published accounts of its use there."
    GUIDANCE = "guidance", "Guidance names it for that use."
    REASONING = "reasoning", "The authors' own reasoning from the law."


class Conviction(Closed):
    """What must have happened in criminal proceedings first."""

    NOT_NEEDED = "not-needed", "No conviction is needed."
    CONVICTION = "conviction", "A conviction."
    CAUTION = "caution", "A caution."
    FINDING = "finding", "A finding, such as not guilty by reason of insanity."
    FOREIGN_EQUIVALENT = "foreign-equivalent", "An outcome abroad that the law treats alike."
    CHARGE = "charge", "No conviction, but a charge."
    ARREST = "arrest", "No conviction, but an arrest."


class Proof(Closed):
    """How sure the decision-maker must be of the facts."""

    BALANCE_OF_PROBABILITIES = "balance-of-probabilities", "More likely than not."
    CRIMINAL = "criminal", "Beyond reasonable doubt."
    REASONABLE_GROUNDS = "reasonable-grounds", "Reasonable grounds or reasonable cause to believe."
    REASONABLE_BELIEF = "reasonable-belief", "A reasonable belief."
    REASONABLE_SUSPICION = "reasonable-suspicion", "A reasonable suspicion."
    COURT_SATISFIED = "court-satisfied", "The court is satisfied; the text names no standard."
    NONE_STATED = "none-stated", "No standard is stated."


class WithoutNotice(Closed):
    """Whether it can be made before the subject is told."""

    POSSIBLE = "possible", "Can be made without notice."
    INTERIM_ONLY = "interim-only", "Only an interim form can be made without notice."
    NOT_POSSIBLE = "not-possible", "Cannot be made without notice."


class Speed(Closed):
    """Time until it binds."""

    NOW = "now", "Tonight"
    DAYS = "days", "Within days"
    WEEKS = "weeks", "Within weeks or longer"


class Need(Closed):
    """Whether something is needed from the child's side."""

    REQUIRED = "required", "Required"
    HELPS = "helps", "Helps, but not required"
    NOT_NEEDED = "not-needed", "Not needed"


class Alerts(Closed):
    """Whether taking the measure tells the subject of police interest."""

    ALERTS = "alerts", "Yes, it alerts the subject"
    MAY_ALERT = "may-alert", "It may alert the subject"
    DOES_NOT_ALERT = "does-not-alert", "No, it does not alert the subject"


class Identifies(Closed):
    """Whether taking the measure shows the subject which child it protects."""

    IDENTIFIES = "identifies", "Yes, it identifies the child to the subject"
    MAY_IDENTIFY = "may-identify", "It may identify the child to the subject"
    DOES_NOT_IDENTIFY = "does-not-identify", "No, it does not identify the child"


class OutOfHours(Closed):
    """Whether it can be done at night."""

    AVAILABLE = "available", "Available out of hours"
    LIMITED = "limited", "Limited out of hours"
    UNAVAILABLE = "unavailable", "Not available out of hours"


class Consequence(Closed):
    """What follows a breach."""

    OFFENCE = "offence", "A criminal offence"
    CONTEMPT = "contempt", "Contempt of court"
    ARREST_POWER = "arrest-power", "A power of arrest"
    RECALL = "recall", "Recall to custody"
    LICENCE_ACTION = "licence-action", "Action on a licence or registration"
    EVIDENCE_ONLY = "evidence-only", "Not an offence; usable as evidence"
    NONE = "none", "Nothing in law"


class Mode(Closed):
    """Where an offence can be tried."""

    INDICTABLE_ONLY = "indictable-only", "On indictment only"
    EITHER_WAY = "either-way", "On indictment, or summarily for less"
    SUMMARY = "summary", "Summarily only"


class DurationOf(Closed):
    """Which period a duration measures."""

    MEASURE = "measure", "The order, notice or power itself, as first made."
    TERM = "term", "One term within it."
    INTERIM = "interim", "Its interim form."
    EXTENSION = "extension", "An extension or renewal."


class OffenceLink(Closed):
    """How a measure and an offence are tied."""

    IS = "is", "The measure is this offence."
    QUALIFIES = "qualifies", "This offence opens a route to the measure."
    WARNS_OF = "warns-of", "The measure warns of this offence."
    BREACH_IS = "breach-is", "Breach of the measure is this offence."
    ALTERNATIVE_CHARGE = "alternative-charge", "A charge to consider beside it."


class Schedule(Closed):
    """Schedules that turn an offence into consequences."""

    SOA_SCH_3 = "soa-2003-sch-3", "Sexual Offences Act 2003 Sch 3: notification requirements."
    SOA_SCH_5 = "soa-2003-sch-5", "Sexual Offences Act 2003 Sch 5: other qualifying offences."
    MSA_SCH_1 = "msa-2015-sch-1", "Modern Slavery Act 2015 Sch 1: slavery and trafficking."
    BARRING = "barring", "Leads to barring from work with children."


class Relation(Closed):
    """How one measure is tied to another; the inverse is derived."""

    CONFUSABLE_WITH = "confusable-with", "Do not confuse with"
    ALTERNATIVE_TO = "alternative-to", "Instead consider"
    COMBINE_WITH = "combine-with", "Works with"
    ESCALATES_TO = "escalates-to", "Escalates to"
    SUPERSEDED_BY = "superseded-by", "Superseded by"


class Strength(Closed):
    """How much sound evidence there is about impact; says nothing about direction."""

    NOT_APPLICABLE = "not-applicable", "Not applicable in this context"
    NOT_ASSESSED = "not-assessed", "Not assessed: no search has yet been aimed at this use"
    NONE_FOUND = "none-found", "None found: a search found no study"
    PRACTICE_REPORT = "practice-report", "Practice report: professional or inspection accounts only"
    DESCRIPTIVE = "descriptive", "Descriptive: research on use or views, not on impact"
    INDICATIVE = "indicative", "Indicative: a comparison, with weaknesses"
    MODERATE = "moderate", "Moderate: at least one sound comparison"
    STRONG = "strong", "Strong: several sound studies that mostly agree"


LADDER = (
    Strength.NONE_FOUND,
    Strength.PRACTICE_REPORT,
    Strength.DESCRIPTIVE,
    Strength.INDICATIVE,
    Strength.MODERATE,
    Strength.STRONG,
)


class Direction(Closed):
    """What the evidence says."""

    FAVOURABLE = "favourable", "points to less harm"
    NO_EFFECT = "no-effect", "sound studies found no change"
    MIXED = "mixed", "studies or outcomes disagree"
    UNFAVOURABLE = "unfavourable", "points to more harm"
    PROCESS_ONLY = "process-only", "about use or working, not effect"
    UNKNOWN = "unknown", "effect not known"


class UnknownBecause(Closed):
    """Why a direction is unknown."""

    NONE_FOUND = "none-found", "no study was found"
    INCONCLUSIVE = "inconclusive", "the studies are too imprecise to call"
    RESULT_NOT_SEEN = "result-not-seen", "a result exists and was not seen"


class OutcomeTier(Closed):
    """What a study measured; the tier caps the strength."""

    A = "A", "Harm to children"
    B = "B", "Offender behaviour"
    B_STAND_IN = "B-stand-in", "Offender behaviour, with a stand-in for abuse material"
    C = "C", "Opportunity and exposure"
    D = "D", "Process"
    E = "E", "Views"


class Read(Closed):
    """How much of a source was read."""

    FULL_TEXT = "full-text", "the whole text"
    ABSTRACT = "abstract", "the abstract only"
    PAGE_OPENING = "page-opening", "the opening of the page only"


class Independence(Closed):
    """Whether the studies were made by people apart from the provider."""

    FULL = "full", "independent"
    PARTIAL = "partial", "partly independent"
    NONE = "none", "by the provider"


class TransferKind(Closed):
    """Where transferred evidence comes from; never a context."""

    UNSPLIT = "sexual-offending-unsplit", "Sexual offending, types not split"
    GENERAL = "general-offending", "Offending other than sexual"
    OTHER_SYSTEM = "other-legal-system", "A measure of another legal system that works differently"
    OTHER_CONTEXT = "other-context", "Another abuse context"


class Consistency(Closed):
    """Whether practice accounts agree."""

    SINGLE = "single", "one account"
    REPEATED = "repeated", "two or more independent bodies say the same"
    CONTESTED = "contested", "accounts disagree"


class HarmKind(Closed):
    """Kinds of unwanted effect."""

    CHILD_HARMED = "child-harmed", "A child was left unsafe or felt punished."
    WRONG_PERSON = "wrong-person", "A person was wrongly restrained."
    SUBJECT_HARMED = "subject-harmed", "Self-harm or suicide of a subject."
    DISPLACEMENT = "displacement", "Abuse moved elsewhere or was hidden."
    SUBSTITUTION = "substitution", "The measure stood in for an investigation."
    RIGHTS = "rights", "Rights were interfered with more than was needed."


class SourceKind(Closed):
    """Kinds of source in the register; instruments have their own vocabulary."""

    GUIDANCE = "guidance", "Published guidance."
    POLICY = "policy", "A national or local policy or template."
    CASE = "case", "A judgment."
    COURT_RULES = "court-rules", "Rules of court or practice directions."
    STUDY = "study", "Research or statistics."
    REPORT = "report", "An inquiry, inspection or review."
    PRACTICE = "practice", "A practice account."
    SEARCH = "search", "A dated search for evidence."


class Reach(Closed):
    """How far a search for evidence went."""

    LIMITED = "limited", "a limited search"
    SYSTEMATIC = "systematic", "a systematic search"


class RecordState(Closed):
    """The life of a record."""

    DRAFT = "draft", "Being written; not shipped."
    PUBLISHED = "published", "Complete and checked against its provisions."
    WITHDRAWN = "withdrawn", "Kept with its reason; a successor is named."


class Fact(Closed):
    """Facts of a situation that a rule can test."""

    CHILD_AGE = "child-age", "The child's age in years."
    CARE_STATUS = "care-status", "The child's legal status."
    MISSING = "missing", "Whether the child is missing."
    SUSPECT_AGE = "suspect-age", "The suspect's age in years."
    SUSPECT_HISTORY = "suspect-history", "The suspect's criminal justice history."
    RELATIONSHIP = "relationship", "The suspect's tie to the child."
    LIVES_WITH_CHILDREN = "lives-with-children", "Whether the suspect lives with children."
    CHILD_ACCOUNT = "child-account", "Whether the child has given an account, or is ready to."
    CARER_STATEMENT = "carer-statement", "Whether a carer will make a statement."
    OFFENCE = "offence", "The offence suspected or proved."
    CONTEXT = "context", "The abuse context."
    PLACE = "place", "The kind of place."
    TENURE = "tenure", "How the place is held."
    LICENCE = "licence", "The kind of licence."
    JURISDICTION = "jurisdiction", "The nation where the child is."
    SUSPECT_JURISDICTION = "suspect-jurisdiction", "The nation where the suspect is."
    PLACE_JURISDICTION = "place-jurisdiction", "The nation where the place is."


class Op(Closed):
    """How a rule tests a fact."""

    IS = "is", "equals"
    IN = "in", "is one of"
    NOT_IN = "not-in", "is none of"
    OTHER_THAN = "other-than", "includes something else (a hotel, beside online)"
    UNDER = "under", "is under"
    AT_LEAST = "at-least", "is at least"


class CareStatus(Closed):
    """A child's legal status, as `options` asks for it."""

    AT_HOME = "at-home", "Living at home, no order."
    ACCOMMODATED = "accommodated", "Accommodated by agreement."
    INTERIM_CARE_ORDER = "interim-care-order", "Under an interim care order."
    CARE_ORDER = "care-order", "Under a care order."
    SUPERVISION_ORDER = "supervision-order", "Under a supervision order."
    POLICE_PROTECTION = "police-protection", "In police protection."
    EMERGENCY_PROTECTION_ORDER = "emergency-protection-order", "Under an emergency order."
    REMANDED = "remanded", "Remanded."
    SECURE_OR_DOL = "secure-or-dol", "In secure accommodation or deprived of liberty."
    WARD = "ward", "A ward of court."
    KINSHIP_OR_SGO = "kinship-or-sgo", "In kinship care or under special guardianship."
    LIVING_INDEPENDENTLY = "living-independently", "Living independently."


class SuspectHistory(Closed):
    """What has happened to the suspect so far, as `options` asks for it."""

    NONE = "none", "Nothing recorded."
    NFA = "nfa", "No further action."
    ACQUITTED = "acquitted", "Acquitted."
    CHARGED = "charged", "Charged."
    CAUTIONED = "cautioned", "Cautioned."
    CONVICTED = "convicted", "Convicted."
    ON_LICENCE = "on-licence", "On licence."
    ON_NOTIFICATION = "on-notification", "Subject to notification requirements."


def kinds() -> Iterator[tuple[str, type[Closed]]]:
    """Yield every closed list by its name in kebab-case, such as `law-state`."""
    for kind in Closed.__subclasses__():
        name = "".join(f"-{c.lower()}" if c.isupper() else c for c in kind.__name__)
        yield name.lstrip("-"), kind
