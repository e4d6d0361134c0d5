"""The addresses of the live hour: the desk, the room and the wall screen; `urls.py` takes them in.

What a room asks for most stands first: an address is looked for from the top.
"""

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
    pack,
    parking,
    proposals,
    questions,
    regions,
    removal,
    room,
    screen,
    step_notes,
    suggestions,
    timing,
)

LIVE: list[URLPattern | URLResolver] = [
    # What everybody asks for at once
    path("rounds/<int:number>/ballot/", ballot.ballot, name="ballot"),
    path("room/regions/", regions.room, name="room-regions"),
    path("pack/regions/", regions.pack, name="pack-regions"),
    path("desk/regions/", regions.desk, name="desk-regions"),
    path("screen/regions/", regions.screen, name="screen-regions"),
    path("room/", room.page, name="room"),
    path("pack/", pack.page, name="pack"),
    # The desk
    path("desk/", desk.page, name="desk"),
    path("stage/", desk.stage, name="stage"),
    path("steps/", agenda.steps, name="steps"),
    path("steps/<uuid:step>/", agenda.step, name="step"),
    path("steps/<uuid:step>/note/", step_notes.note, name="step-note"),
    path("steps/<uuid:step>/note/copies/<uuid:uid>/", step_notes.copy, name="step-note-copy"),
    path("closing/", desk.closing, name="workshop-closing"),
    path("agenda/order/", ordering.order, name="agenda-order"),
    path("agenda/removal/", removal.removal, name="agenda-removal"),
    path("agenda/restoration/", removal.restoration, name="agenda-restoration"),
    # Suggestions for the agenda
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("suggestions/waiting/", suggestions.waiting, name="suggestions-waiting"),
    path("suggestions/<uuid:uid>/", suggestions.suggestion, name="suggestion"),
    path("room/suggestions/", suggestions.own, name="room-suggestions"),
    # Ground rules
    path("ground-rules/", ground_rules.rules, name="ground-rules"),
    path("ground-rules/agreement/", ground_rules.agreement, name="ground-rules-agreement"),
    path("ground-rules/<uuid:uid>/", ground_rules.rule, name="ground-rule"),
    path("ground-rules/<uuid:uid>/withdrawal/", ground_rules.withdrawal, name="ground-rule-withdrawal"),
    # Questions
    path("questions/", questions.questions, name="questions"),
    path("questions/<uuid:uid>/revelation/", questions.revelation, name="question-revelation"),
    path("questions/<uuid:uid>/answer/", answers.own_answer, name="question-answer"),
    path(
        "questions/<uuid:uid>/answer/versions/<int:number>/",
        answers.answer_version,
        name="question-answer-version",
    ),
    path("questions/<uuid:uid>/text/", agreed.text, name="question-text"),
    path(
        "questions/<uuid:uid>/text/versions/<int:number>/",
        agreed.text_version,
        name="question-text-version",
    ),
    path("questions/<uuid:uid>/assent/", agreed.assent, name="question-assent"),
    path("chair/", chair.page, name="chair"),
    path("chair/return/", chair.giving_back, name="chair-return"),
    # The room
    path("room/mine/", room.mine, name="room-mine"),
    path("room/chair/", lead.part, name="room-chair"),
    path("room/proposal/", proposals.in_room, name="room-proposal"),
    path("cards/<uuid:card>/remarks/", discussion.discussion, name="discussion"),
    path("remarks/<uuid:uid>/", discussion.remark, name="remark"),
    path("remarks/parkings/", parking.parkings, name="parkings"),
    path("remarks/<uuid:uid>/parking/", parking.parking, name="parking"),
    path("remarks/<uuid:uid>/withdrawal/", discussion.withdrawal, name="remark-withdrawal"),
    path("room/gestures/", gestures.own, name="room-gestures"),
    path("room/led/", gestures.queue, name="room-led"),
    path("gestures/", gestures.gestures, name="gestures"),
    path("gestures/<uuid:uid>/lowering/", gestures.lowering, name="gesture-lowering"),
    path("gestures/<slug:kind>/lowering/", gestures.lowering_all, name="gestures-lowering"),
    path("gestures/<slug:kind>/restoration/", gestures.restoration, name="gestures-restoration"),
    path("timer/", timing.timer, name="timer"),
    path("timer/extension/", timing.extension, name="timer-extension"),
    path("timer/removal/", timing.removal, name="timer-removal"),
    # The screen
    path("screen/", screen.screen, name="screen"),
]
