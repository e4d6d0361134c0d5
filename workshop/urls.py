"""Nouns, all of them, by area: those of a workshop, and those of the site."""

from django.contrib.auth import views as auth
from django.urls import URLPattern, URLResolver, include, path

from .urls_choices import CHOICES
from .urls_live import LIVE
from .urls_proxy import PROXIES
from .urls_standing import SITE, STANDING
from .views import (
    accounts,
    blanks,
    cards,
    changes,
    exports,
    facilitators,
    helping,
    home,
    invitations,
    joining,
    lineage,
    links,
    overview,
    pack,
    people,
    person,
    preparation,
    proposals,
    reflections,
    regions,
    remarks,
    repeating,
    reports,
    results,
    rounds,
    rules,
    screen,
    series,
    setup,
    several,
    shown_links,
    sort,
    spectrum,
    synthesis,
    ties,
    transcripts,
    undoing,
    who_agreed,
    workshops,
)

IN_WORKSHOP: list[URLPattern | URLResolver] = [
    *LIVE,
    *CHOICES,
    # Cards
    path("cards/", cards.cards, name="cards"),
    path("cards/new/", cards.card_new, name="card-new"),
    path("cards/<uuid:uid>/", cards.card, name="card"),
    path("cards/<uuid:uid>/position/", cards.card_position, name="card-position"),
    path("cards/<uuid:uid>/removal/", cards.card_removal, name="card-removal"),
    # Joining
    path("welcome/", joining.welcome, name="welcome"),
    # Overview
    path("overview/", overview.overview, name="overview"),
    path("overview/comments/", overview.comments, name="overview-comments"),
    path("rounds/", series.page, name="rounds"),
    path("rounds/<int:number>/rule/", rules.rule, name="round-rule"),
    path("rounds/<int:number>/removal/", series.removal, name="round-removal"),
    path("rounds/<int:number>/opening/", rounds.opening, name="round-opening"),
    path("rounds/<int:number>/closing/", rounds.closing, name="round-closing"),
    path("rounds/<int:number>/draft/", rounds.draft, name="round-draft"),
    path("rounds/<int:number>/revelation/", rounds.revelation, name="round-revelation"),
    # People
    path("people/", people.people, name="people"),
    path("people/invitations/", invitations.invitations, name="invitations"),
    path("people/links/", several.several, name="several-links"),
    path("people/links/earlier/", shown_links.earlier, name="earlier-links"),
    path("people/code/", people.code, name="join-code"),
    path("people/code/closing/", people.code_closing, name="join-code-closing"),
    path("people/screen/", people.screen, name="screen-invitation"),
    path("people/screen/revocation/", people.screen_revocation, name="screen-revocation"),
    path("people/facilitators/", facilitators.facilitators, name="facilitators"),
    path("people/consents/", who_agreed.page, name="who-agreed"),
    path("people/<uuid:uid>/", person.person, name="person"),
    path("people/<uuid:uid>/link/", person.link, name="person-link"),
    path("people/<uuid:uid>/renewal/", person.renewal, name="person-renewal"),
    path("people/<uuid:uid>/revocation/", person.revocation, name="person-revocation"),
    path("people/<uuid:uid>/removal/", person.removal, name="person-removal"),
    *PROXIES,
    path("people/<uuid:uid>/restoration/", person.restoration, name="person-restoration"),
    # The pack
    path("pack/finish/", pack.finish, name="pack-finish"),
    path("pack/remarks/<uuid:prompt>/", remarks.remark, name="pack-remark"),
    path("pack/remarks/<uuid:prompt>/versions/<int:number>/", remarks.version, name="pack-version"),
    path("pack/blanks/<uuid:card>/", blanks.blank, name="pack-blank"),
    path("pack/blanks/<uuid:card>/removal/", blanks.removal, name="pack-blank-removal"),
    path("pack/blanks/<uuid:card>/restoration/", blanks.restoration, name="pack-blank-restoration"),
    path("pack/blanks/<uuid:card>/copies/<uuid:copy>/", blanks.copy, name="pack-blank-copy"),
    path("rounds/<int:number>/sort/", sort.page, name="sort"),
    path("rounds/<int:number>/sort/former/", sort.former, name="sort-former"),
    path("rounds/<int:number>/sort/order/", sort.order, name="sort-order"),
    path("rounds/<int:number>/placements/<uuid:card>/", sort.placement, name="placement"),
    path("rounds/<int:number>/spectrum/", spectrum.page, name="spectrum"),
    path("rounds/<int:number>/marks/<uuid:card>/", spectrum.mark, name="mark"),
    # Preparation
    path("preparation/", preparation.page, name="preparation"),
    path("preparation/notes/", preparation.notes, name="preparation-notes"),
    path("preparation/notes/<uuid:uid>/", preparation.note, name="preparation-note"),
    path("preparation/notes/<uuid:uid>/removal/", preparation.removal, name="preparation-removal"),
    path(
        "preparation/notes/<uuid:uid>/restoration/",
        preparation.restoration,
        name="preparation-restoration",
    ),
    path("preparation/sharing/", preparation.sharing, name="preparation-sharing"),
    path("preparation/card/", preparation.card, name="preparation-card"),
    # Results
    path("results/", results.page, name="results"),
    path("comparison/", repeating.comparison, name="comparison"),
    path("comparison/file/", exports.comparison, name="comparison-export"),
    path("repetition/", repeating.repetition, name="repetition"),
    # Synthesis
    path("synthesis/", synthesis.page, name="synthesis"),
    path("lineage/", lineage.page, name="lineage"),
    path("lineage/moments/<int:n>/", lineage.moment, name="lineage-moment"),
    path("lineage/notes/", reflections.notes, name="reflections"),
    path("lineage/notes/<uuid:uid>/", reflections.note, name="reflection"),
    path("lineage/notes/<uuid:uid>/sharing/", reflections.sharing, name="reflection-sharing"),
    path("lineage/notes/<uuid:uid>/removal/", reflections.removal, name="reflection-removal"),
    path("lineage/notes/<uuid:uid>/restoration/", reflections.restoration, name="reflection-restoration"),
    path("lineage/transcripts/", transcripts.transcripts, name="transcripts"),
    path("lineage/transcripts/<uuid:uid>/removal/", transcripts.removal, name="transcript-removal"),
    path("changes/", changes.changes, name="changes"),
    path("changes/new/", changes.change_new, name="change-new"),
    path("changes/<int:n>/undoing/", undoing.undoing, name="change-undoing"),
    path("proposals/<uuid:uid>/putting/", proposals.putting, name="proposal-putting"),
    path("proposals/<uuid:uid>/dropping/", proposals.dropping, name="proposal-dropping"),
    path("proposals/<uuid:uid>/making/", proposals.making, name="proposal-making"),
    path("proposals/<uuid:uid>/stance/", proposals.stance, name="stance"),
    path("ties/", ties.ties, name="ties"),
    path("ties/new/", ties.new, name="tie-new"),
    path("ties/<uuid:uid>/removal/", ties.removal, name="tie-removal"),
    path("ties/<uuid:uid>/restoration/", ties.restoration, name="tie-restoration"),
    path("cards/<uuid:card>/start/", ties.start, name="start"),
    # Set-up
    path("setup/", setup.setup, name="setup"),
    path("", workshops.workshop, name="workshop"),
    *STANDING,
]

# A workshop first, taken apart once for all that is in it: an address is looked for from the top.
urlpatterns: list[URLPattern | URLResolver] = [
    path("w/<slug:slug>/", include(IN_WORKSHOP)),
    # Accounts
    path("accounts/sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("accounts/sign-out/", auth.LogoutView.as_view(next_page="signed-out"), name="sign-out"),
    path("accounts/signed-out/", accounts.signed_out, name="signed-out"),
    path("accounts/password/", accounts.PasswordLetter.as_view(), name="password_reset"),
    path("accounts/password/letter/", accounts.LetterSent.as_view(), name="password_reset_done"),
    path("accounts/password/new/", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path(
        "accounts/password/<str:uidb64>/<str:token>/",
        accounts.NewPassword.as_view(),
        name="password_reset_confirm",
    ),
    # Help, and what is promised to everybody
    path("help/", helping.page, name="help"),
    *SITE,
    # Home
    path("", home.home, name="home"),
    path("workshops/new/", workshops.workshop_new, name="workshop-new"),
    # Joining
    path("join/", joining.join, name="join"),
    # Links
    path("link/<str:secret>/", links.link, name="link"),
    path("staff/<str:secret>/", links.staff, name="staff"),
    # What browsers refuse
    path("reports/", reports.reports, name="reports"),
    # The wall screen
    path("screen/<str:secret>/", screen.link, name="screen-link"),
    path("screen/<str:secret>/regions/", regions.wall, name="screen-link-regions"),
]
