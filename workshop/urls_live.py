"""The addresses of the live hour: the desk, the room and the wall screen; `urls.py` takes them in."""

from django.urls import URLPattern, URLResolver, path

from .views import (
    agenda,
    agreed,
    answers,
    ballot,
    chair,
    desk,
    discussion,
    gestures,
    ground_rules,
    lead,
    ordering,
    parking,
    proposals,
    questions,
    removal,
    room,
    screen,
    step_notes,
    suggestions,
    timing,
)

W = "w/<slug:slug>/"

LIVE: list[URLPattern | URLResolver] = [
    # The desk
    path(f"{W}desk/", desk.page, name="desk"),
    path(f"{W}stage/", desk.stage, name="stage"),
    path(f"{W}steps/", agenda.steps, name="steps"),
    path(f"{W}steps/<uuid:step>/", agenda.step, name="step"),
    path(f"{W}steps/<uuid:step>/note/", step_notes.note, name="step-note"),
    path(f"{W}steps/<uuid:step>/note/copies/<uuid:uid>/", step_notes.copy, name="step-note-copy"),
    path(f"{W}closing/", desk.closing, name="workshop-closing"),
    path(f"{W}agenda/order/", ordering.order, name="agenda-order"),
    path(f"{W}agenda/removal/", removal.removal, name="agenda-removal"),
    path(f"{W}agenda/restoration/", removal.restoration, name="agenda-restoration"),
    # Suggestions for the agenda
    path(f"{W}suggestions/", suggestions.suggestions, name="suggestions"),
    path(f"{W}suggestions/waiting/", suggestions.waiting, name="suggestions-waiting"),
    path(f"{W}suggestions/<uuid:uid>/", suggestions.suggestion, name="suggestion"),
    path(f"{W}room/suggestions/", suggestions.own, name="room-suggestions"),
    # Ground rules
    path(f"{W}ground-rules/", ground_rules.rules, name="ground-rules"),
    path(f"{W}ground-rules/agreement/", ground_rules.agreement, name="ground-rules-agreement"),
    path(f"{W}ground-rules/<uuid:uid>/", ground_rules.rule, name="ground-rule"),
    path(f"{W}ground-rules/<uuid:uid>/withdrawal/", ground_rules.withdrawal, name="ground-rule-withdrawal"),
    # Questions
    path(f"{W}questions/", questions.questions, name="questions"),
    path(f"{W}questions/<uuid:uid>/revelation/", questions.revelation, name="question-revelation"),
    path(f"{W}questions/<uuid:uid>/answer/", answers.own_answer, name="question-answer"),
    path(
        f"{W}questions/<uuid:uid>/answer/versions/<int:number>/",
        answers.answer_version,
        name="question-answer-version",
    ),
    path(f"{W}questions/<uuid:uid>/text/", agreed.text, name="question-text"),
    path(
        f"{W}questions/<uuid:uid>/text/versions/<int:number>/",
        agreed.text_version,
        name="question-text-version",
    ),
    path(f"{W}questions/<uuid:uid>/assent/", agreed.assent, name="question-assent"),
    path(f"{W}chair/", chair.page, name="chair"),
    path(f"{W}chair/return/", chair.giving_back, name="chair-return"),
    # The room
    path(f"{W}room/", room.page, name="room"),
    path(f"{W}room/mine/", room.mine, name="room-mine"),
    path(f"{W}room/chair/", lead.part, name="room-chair"),
    path(f"{W}room/proposal/", proposals.in_room, name="room-proposal"),
    path(f"{W}rounds/<int:number>/ballot/", ballot.ballot, name="ballot"),
    path(f"{W}cards/<uuid:card>/remarks/", discussion.discussion, name="discussion"),
    path(f"{W}remarks/<uuid:uid>/", discussion.remark, name="remark"),
    path(f"{W}remarks/parkings/", parking.parkings, name="parkings"),
    path(f"{W}remarks/<uuid:uid>/parking/", parking.parking, name="parking"),
    path(f"{W}remarks/<uuid:uid>/withdrawal/", discussion.withdrawal, name="remark-withdrawal"),
    path(f"{W}room/gestures/", gestures.own, name="room-gestures"),
    path(f"{W}room/led/", gestures.queue, name="room-led"),
    path(f"{W}gestures/", gestures.gestures, name="gestures"),
    path(f"{W}gestures/<uuid:uid>/lowering/", gestures.lowering, name="gesture-lowering"),
    path(f"{W}gestures/<slug:kind>/lowering/", gestures.lowering_all, name="gestures-lowering"),
    path(f"{W}gestures/<slug:kind>/restoration/", gestures.restoration, name="gestures-restoration"),
    path(f"{W}timer/", timing.timer, name="timer"),
    path(f"{W}timer/extension/", timing.extension, name="timer-extension"),
    path(f"{W}timer/removal/", timing.removal, name="timer-removal"),
    # The screen
    path(f"{W}screen/", screen.screen, name="screen"),
    path("screen/<str:secret>/", screen.link, name="screen-link"),
]
