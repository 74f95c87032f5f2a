"""Who: the collaboration, its members, people, bodies and mandates."""

from radslag.base.people.models.body import Body, BodyKind, BodyName
from radslag.base.people.models.collaboration import Collaboration, Membership, Owned, OwnedQuerySet
from radslag.base.people.models.mandate import Mandate, MandateRole, Sighting
from radslag.base.people.models.municipality import Municipality
from radslag.base.people.models.person import NameKind, Person, PersonName

__all__ = [
    "Body",
    "BodyKind",
    "BodyName",
    "Collaboration",
    "Mandate",
    "MandateRole",
    "Membership",
    "Municipality",
    "NameKind",
    "Owned",
    "OwnedQuerySet",
    "Person",
    "PersonName",
    "Sighting",
]
