"""Nouns, all of them: one flat list, by area."""

from django.contrib.auth import views as auth
from django.urls import URLPattern, URLResolver, path

from .views import (
    accounts,
    ballot,
    blanks,
    cards,
    changes,
    consent_items,
    consents,
    desk,
    discussion,
    exports,
    facilitators,
    helping,
    home,
    invitations,
    joining,
    links,
    overview,
    pack,
    people,
    person,
    proposals,
    regions,
    remarks,
    results,
    room,
    rounds,
    screen,
    setup,
    sort,
    synthesis,
    ties,
    workshops,
)

W = "w/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    # Accounts
    path("accounts/sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("accounts/sign-out/", auth.LogoutView.as_view(next_page="signed-out"), name="sign-out"),
    path("accounts/signed-out/", accounts.signed_out, name="signed-out"),
    path("accounts/password/", accounts.PasswordLetter.as_view(), name="password_reset"),
    path("accounts/password/letter/", auth.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("accounts/password/new/", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path(
        "accounts/password/<str:uidb64>/<str:token>/",
        accounts.NewPassword.as_view(),
        name="password_reset_confirm",
    ),
    # Cards
    path(f"{W}cards/", cards.cards, name="cards"),
    path(f"{W}cards/new/", cards.card_new, name="card-new"),
    path(f"{W}cards/<uuid:uid>/", cards.card, name="card"),
    path(f"{W}cards/<uuid:uid>/position/", cards.card_position, name="card-position"),
    path(f"{W}cards/<uuid:uid>/removal/", cards.card_removal, name="card-removal"),
    # Consent
    path(f"{W}pack/information/", consents.consent, name="consent"),
    # Help
    path("help/", helping.page, name="help"),
    # Home
    path("", home.home, name="home"),
    path("workshops/new/", workshops.workshop_new, name="workshop-new"),
    # Joining
    path("join/", joining.join, name="join"),
    path(f"{W}welcome/", joining.welcome, name="welcome"),
    # Links
    path("link/<str:secret>/", links.link, name="link"),
    path("staff/<str:secret>/", links.staff, name="staff"),
    # Live regions
    path(f"{W}room/regions/", regions.room, name="room-regions"),
    path(f"{W}pack/regions/", regions.pack, name="pack-regions"),
    path(f"{W}desk/regions/", regions.desk, name="desk-regions"),
    path(f"{W}screen/regions/", regions.screen, name="screen-regions"),
    path("screen/<str:secret>/regions/", regions.wall, name="screen-link-regions"),
    # Overview
    path(f"{W}overview/", overview.overview, name="overview"),
    path(f"{W}overview/comments/", overview.comments, name="overview-comments"),
    path(f"{W}rounds/<int:number>/opening/", rounds.opening, name="round-opening"),
    path(f"{W}rounds/<int:number>/closing/", rounds.closing, name="round-closing"),
    path(f"{W}rounds/<int:number>/draft/", rounds.draft, name="round-draft"),
    path(f"{W}rounds/<int:number>/revelation/", rounds.revelation, name="round-revelation"),
    # People
    path(f"{W}people/", people.people, name="people"),
    path(f"{W}people/invitations/", invitations.invitations, name="invitations"),
    path(f"{W}people/code/", people.code, name="join-code"),
    path(f"{W}people/code/closing/", people.code_closing, name="join-code-closing"),
    path(f"{W}people/screen/", people.screen, name="screen-invitation"),
    path(f"{W}people/screen/revocation/", people.screen_revocation, name="screen-revocation"),
    path(f"{W}people/facilitators/", facilitators.facilitators, name="facilitators"),
    path(f"{W}people/<uuid:uid>/", person.person, name="person"),
    path(f"{W}people/<uuid:uid>/link/", person.link, name="person-link"),
    path(f"{W}people/<uuid:uid>/renewal/", person.renewal, name="person-renewal"),
    path(f"{W}people/<uuid:uid>/revocation/", person.revocation, name="person-revocation"),
    path(f"{W}people/<uuid:uid>/removal/", person.removal, name="person-removal"),
    path(f"{W}people/<uuid:uid>/restoration/", person.restoration, name="person-restoration"),
    # The pack
    path(f"{W}pack/", pack.page, name="pack"),
    path(f"{W}pack/finish/", pack.finish, name="pack-finish"),
    path(f"{W}pack/remarks/<uuid:prompt>/", remarks.remark, name="pack-remark"),
    path(f"{W}pack/remarks/<uuid:prompt>/versions/<int:number>/", remarks.version, name="pack-version"),
    path(f"{W}pack/blanks/<uuid:card>/", blanks.blank, name="pack-blank"),
    path(f"{W}pack/blanks/<uuid:card>/removal/", blanks.removal, name="pack-blank-removal"),
    path(f"{W}pack/blanks/<uuid:card>/restoration/", blanks.restoration, name="pack-blank-restoration"),
    path(f"{W}pack/blanks/<uuid:card>/copies/<uuid:copy>/", blanks.copy, name="pack-blank-copy"),
    path(f"{W}rounds/<int:number>/sort/", sort.page, name="sort"),
    path(f"{W}rounds/<int:number>/sort/order/", sort.order, name="sort-order"),
    path(f"{W}rounds/<int:number>/placements/<uuid:card>/", sort.placement, name="placement"),
    # Results
    path(f"{W}results/", results.page, name="results"),
    path(f"{W}exports/<slug:format>/", exports.export, name="export"),
    # Synthesis
    path(f"{W}synthesis/", synthesis.page, name="synthesis"),
    path(f"{W}changes/", changes.changes, name="changes"),
    path(f"{W}changes/new/", changes.change_new, name="change-new"),
    path(f"{W}changes/<int:n>/undoing/", changes.undoing, name="change-undoing"),
    path(f"{W}proposals/<uuid:uid>/putting/", proposals.putting, name="proposal-putting"),
    path(f"{W}proposals/<uuid:uid>/dropping/", proposals.dropping, name="proposal-dropping"),
    path(f"{W}proposals/<uuid:uid>/making/", proposals.making, name="proposal-making"),
    path(f"{W}proposals/<uuid:uid>/stance/", proposals.stance, name="stance"),
    path(f"{W}ties/", ties.ties, name="ties"),
    path(f"{W}ties/<uuid:uid>/removal/", ties.removal, name="tie-removal"),
    path(f"{W}ties/<uuid:uid>/restoration/", ties.restoration, name="tie-restoration"),
    path(f"{W}cards/<uuid:card>/start/", ties.start, name="start"),
    # The desk
    path(f"{W}desk/", desk.page, name="desk"),
    path(f"{W}stage/", desk.stage, name="stage"),
    path(f"{W}steps/", desk.steps, name="steps"),
    path(f"{W}steps/<uuid:step>/", desk.step, name="step"),
    path(f"{W}closing/", desk.closing, name="workshop-closing"),
    # The room
    path(f"{W}room/", room.page, name="room"),
    path(f"{W}room/mine/", room.mine, name="room-mine"),
    path(f"{W}rounds/<int:number>/ballot/", ballot.ballot, name="ballot"),
    path(f"{W}cards/<uuid:card>/remarks/", discussion.discussion, name="discussion"),
    path(f"{W}remarks/<uuid:uid>/", discussion.remark, name="remark"),
    path(f"{W}remarks/<uuid:uid>/withdrawal/", discussion.withdrawal, name="remark-withdrawal"),
    # The screen
    path(f"{W}screen/", screen.screen, name="screen"),
    path("screen/<str:secret>/", screen.link, name="screen-link"),
    # Set-up
    path(f"{W}setup/", setup.setup, name="setup"),
    path(f"{W}consents/new/", consent_items.consent_item_new, name="consent-item-new"),
    path(f"{W}consents/<uuid:uid>/", consent_items.consent_item, name="consent-item"),
    path(
        f"{W}consents/<uuid:uid>/retirement/",
        consent_items.consent_item_retirement,
        name="consent-item-retirement",
    ),
    path(W, workshops.workshop, name="workshop"),
    path(f"{W}removal/", workshops.removal, name="removal"),
]
