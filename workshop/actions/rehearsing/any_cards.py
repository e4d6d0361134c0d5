"""What simulated leaders say of what they cannot know: words that fit any card, all of them invented."""

WRITTEN = (
    "This one I see every week. It is the reason why I said yes to this workshop.",
    "True for us two years ago; we have moved on since, slowly.",
    "I read it twice. For our team both ends are real, on different days.",
    "We talk about this in the corridor and never in the meeting.",
    "It matters, though I would put it after the others.",
    "I would like to hear from those who do this work every day before I say more.",
    "We tried, and it held for as long as one person looked after it.",
    "From where I sit it looks smaller than the card makes it.",
    "Nobody owns this, so nobody mends it.",
    "The words are good. I am not sure that we mean the same by them.",
    "This is where our money goes, and where our patience goes too.",
    "Our partners would put this first. I would not have, a year ago.",
    "It is easier to agree with this than to do anything about it.",
    "One example would help me: I can think of two that point opposite ways.",
    "I am new here, and I noticed it in my first week.",
    "We have a policy for it. The policy is not the practice.",
    "It is both a cause and an excuse.",
    "For small organisations it decides whether they can take part at all.",
    "I would name the time it takes: that is what people do not have.",
    "If we solved only this one, I would call the year a good one.",
    "Less urgent for us, since somebody before me sorted most of it out.",
    "I disagree with how it is put, and agree that we should talk about it.",
    "Who is not here today would say more about this than we can.",
    "Let us be careful: it sounds as if somebody were to blame.",
)
SAID = (
    "Listening to you, I would put this higher than I did in my pack.",
    "Could we try it small, for three months, and look again?",
    "I hear two things in it, and I agree with one of them.",
    "What would we see on a Monday morning if this were better?",
    "We did something like it last year. I can share what we learned.",
    "I would not lose the second half of the card.",
    "Before we go on: who would have to agree to that?",
    "For me it depends on the one before. Shall we look at them together?",
    "That is not my experience, and I am glad that we say so.",
    "Can we put it in words that we would use outside this room?",
    "I could live with it as it stands.",
    "It is the same for us, at another scale.",
)
REPLIES = (
    "Yes, and it was the same for us.",
    "I see it otherwise: with us it was the other way round.",
    "Thank you. I had not thought of it from there.",
    "Could you say a little more about how you did that?",
    "That would help us, too.",
    "Agreed, if somebody has the time for it.",
    "I would like to try that with you.",
    "With us it failed, and I can say why.",
)
OTHERS = (
    "I may have to leave ten minutes early. Please go on without me.",
    "Thank you for asking before, and not only on the day.",
    "I filled this in on the train; I may put some of it better when we meet.",
    "Could we have the results in a form that I can show to my board?",
    "Two of the cards seem close to one another. I look forward to hearing what others think.",
)
ACCOUNTS = (
    "It began with a phone call from a colleague at the council. We had worked side by side for years, and "
    "never asked what the other needed.\n\nWhat changed it was a bad winter: nobody had time for two plans.",
    "I came in late, when the money was shared out, and I have felt like a guest since. That is nobody’s "
    "fault, and it is still so.\n\nI would want to be there at the first meeting next time.",
    "Three people held it together. Two of them have left.\n\nWe wrote down what they knew on one page. "
    "I look at it more often than at the strategy.",
    "The patients’ group asked the question that none of us had asked: what is this for? It took us two "
    "meetings to answer, and the answer changed the plan.",
    "Looking back, the disagreements helped more than the away days. We learned whom to ring.",
    "I would tell somebody who starts now to agree first on how to stop. All else is easier to say then.",
    "At first I kept the minutes, and by that I learned where it was stuck.\n\nWhoever writes it down has "
    "more say than the chart shows.",
    "We had one good year. The money was small, the people stayed, and nobody asked for a logo.",
    "My own organisation was the hardest to bring along. I spent more time explaining us to us than to the "
    "others.",
    "There was a meeting at which somebody cried, and nobody pretended otherwise. After it we could work.",
    "What I could not say then: I did not believe that it would last. It has, in another shape.",
    "We counted papers because we could. The nurse who now trains the others is in none of our reports.",
)
BLANKS = (
    (
        "Motivation vs lack of skills",
        "People want to. Nobody has shown them how, or given them time to learn.",
    ),
    ("Who gets paid for it", "The same meeting is somebody’s job and somebody else’s evening."),
    (
        "Quick results vs staying together",
        "Funders ask what has changed; partnerships ask who is still here.",
    ),
    ("One voice vs many", "We speak for a group that does not agree with itself."),
    ("Starting again each time", "When somebody leaves, what they knew leaves too."),
)
ANSWERS = (
    "Say who decides, before anybody is asked what they think.",
    "Keep one hour a month for this, and protect it.",
    "Begin smaller, and tell each other sooner when it does not work.",
    "Pay people for their time, and put it into the budget first.",
    "Ask those who are not in the room, and come back with what they said.",
    "Write it on one page that all of us would sign.",
    "Stop one thing, so that there is room for this.",
    "Share the chair: each organisation leads one meeting.",
    "Read the first page of each paper aloud, and stop where somebody does not follow.",
    "Keep a list of what we said no to, and why.",
    "Give whoever holds it all together a title and a contract.",
    "Look back after each quarter, with somebody from outside asking the questions.",
)
TEXTS = (
    "We say who decides before we begin, we pay for people’s time, and we look again in three months.",
    "We begin small, on one page that all of us can read, and we tell each other early what does not work.",
    "We keep an hour a month for this, take turns in the chair, and ask those who were not in the room.",
)
WHYS = {
    "no": (
        "Not yet: something gets lost that I would still like to see named.",
        "These are two things to me.",
    ),
    "subtheme": (
        "I could go along, if mine stays visible under it.",
        "Keep the narrower one as a part of it.",
    ),
    "live_with": ("", "Not my words, and good enough.", ""),
    "fine": ("", "", "Yes: I could not tell them apart.", ""),
    "dissent": (
        "Nothing in it says who does it by when.",
        "I agree with half of it; the other half is too much.",
    ),
    "agree": ("", "", "", "And I would start on Monday."),
    "unplaced": ("I do not know enough about this one.", "It depends on the project."),
}
RULES = (
    "One person speaks at a time.",
    "What is said here stays here, unless we agree otherwise.",
    "Say “I do not understand” as soon as you do not.",
    "Speak for yourself, and give an example.",
)
QUESTIONS = (
    ("What will each of us do differently from next month?", "We should not leave without it."),
    ("Who is not here and should be asked?", "I keep thinking of them."),
)
MERGED = ("Two sides of the same tension", "They were named side by side in many of our packs.")
NAMES = (
    *("Amina Clarke", "Bram Okafor", "Carys Novak", "Dev Lindqvist", "Elin Moreau", "Farid Petrov"),
    *("Greta Nwosu", "Hugo Tanaka", "Isla Fernandes", "Jonas Adeyemi", "Kezia Halloran", "Leif Banerjee"),
)
