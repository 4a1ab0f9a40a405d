### Interface strings of the Telegram bot. A message is read on a phone between two other things: short and calm.

## First message
tg-hello = Hello from { $title }
tg-not-emergency = This is not an emergency service. If someone is in danger or very ill, call 999. For medical help that cannot wait, call 111.
tg-not-private = Telegram is not private enough for names, addresses, birth dates or NHS numbers. Please do not write them here.
tg-how-to-delete = You can delete your answers at any time: write /delete. We delete them { $days ->
    [one] one day
   *[other] { $days } days
  } after your last answer.
tg-how-to-start = Press Start. Or write in your own words what is hard, such as: she cannot get out of the bath.
tg-go-on = Go on with my answers
tg-start-anew = Start again
tg-anew-title = Start again?
tg-anew-lead = This deletes the answers you gave before. You cannot undo it.
tg-anew-yes = Yes, delete and start again
tg-gone = There are no answers here now. You deleted them, or it has been a long time. You can start again.

## Own words
tg-found-hint = We found this in your words. Tap a topic to choose it or take it off.
tg-start-with-these = Start with these
tg-start-from-list = Start without these
tg-found-none = We did not find a topic for those words. Try other words, or press Start and choose from a list.

## A question
tg-how-single = Tap one answer.
tg-how-multi = Tap all that fit. Then tap Done.
tg-how-topics = Tap a group to open it. Tap all that you want help with. Then tap Done. You can also write it in your own words.
tg-how-number-cm = Write the number, such as 43 cm, 17 in or 5 ft 3.
tg-how-number-kg = Write the number, such as 80 kg or 12 stone 8.
tg-how-place = Write your postcode or its first half. Or choose your council.
tg-how-text = Write a few words. Please do not write names or addresses.
tg-done = { $n ->
    [0] Done
   *[other] Done ({ $n })
  }
tg-group = { $group } ({ $n })
tg-more-of-these = More of these
tg-all-groups = Back to the groups
tg-other-councils = Other councils
tg-you-said = You said: { $answer }
tg-answer-now = Your answer now: { $answer }
tg-back = Back
tg-keep = Keep my answer
tg-did-you-mean = Did you mean one of these?
tg-show-all = No. Show me all the answers
tg-ticked = We ticked what we understood. Please check it. Then tap Done.
tg-not-understood = We did not understand that. Please tap an answer, or say it in other words.
tg-urgent-done = I have done this. Go on
tg-urgent-wrong = I tapped the wrong answer

## Text that may say who somebody is
tg-personal-not-kept = We did not keep it. You can delete your message here too. Please answer without it.
tg-personal-nhs-number = That looks like an NHS number. We do not need it.
tg-personal-e-mail = That looks like an email address. We do not need it.
tg-personal-phone = That looks like a phone number. We do not need it.
tg-personal-name = That looks like a name. We do not need it.
tg-personal-birth-date = That looks like a date of birth. We do not need it.
tg-personal-address = That looks like an address. We do not need it. When we ask where home is, only the postcode is needed.
tg-personal-number = That looks like a private number. We do not need it.

## Answers to change
tg-change-answer = Change an answer
tg-answers-lead = Tap the answer you want to change. The newest is first.
tg-newer = Newer
tg-older = Older
tg-to-question = Go on
tg-hidden = (hidden)

## Advice
tg-too-early = It is too early for advice. Please answer a few more questions.
tg-when-now = Do these now too
tg-when-soon = Do these soon
tg-when-later = These can wait
tg-and-more = and { $n } more. Tap a topic to see them.
tg-how-to-choose = How to choose: { $name }
tg-back-to-advice = Back to my advice
tg-full-page = Open the full page
tg-pdf = Get it as a PDF
tg-ask-later = Ask me in 2 weeks if it helped

## Going on elsewhere
tg-web-title = Go on in your browser
tg-web-lead = This link opens your answers once. It works for 15 minutes. Do not share it: it opens all your answers.
tg-web-open = Open in my browser
tg-no-web = There is no web page for this guide. You can go on here.
tg-move-used = That link has been used, or it is too old. Go back to the web page and ask for a new one.
tg-moved-here = Your answers are here now
tg-other-answers = There were other answers in this chat. They are kept for now. This code opens them: { $code }
tg-worker-code = If you want, someone at the council can open the same answers. You read them a code. Then they can see all that you told us, and can answer with you.
tg-worker-show = Yes, show me the code
tg-code-keep = Read it out only to someone you trust. Anyone with this code can see all your answers. It works for { $days ->
    [one] one day
   *[other] { $days } days
  } after your last answer.

## Deleting
tg-delete-chat = The messages in this chat are yours. To delete them too, open the menu of this chat and choose Delete chat.

## Help and language
tg-help-title = How this works
tg-help-how = We ask short questions. You tap an answer or write one. You can stop at any time and go on later.
tg-language-title = Language
tg-language-now = This guide is in { $language } today.
tg-language-wished = Your council wants these languages too. They are not ready yet:
tg-language-only = There is no other language yet.

## Commands, as Telegram lists them
tg-command-start = Start, or start again
tg-command-continue = Show my question again
tg-command-change = Change an answer
tg-command-back = Go back one question
tg-command-advice = My advice so far
tg-command-web = Go on in a browser
tg-command-worker = Talk to a person
tg-command-language = Languages
tg-command-delete = Delete my answers now
tg-command-help = How this works
tg-unknown-command = We do not know that command. Write /help to see what you can do.

## Things that are no answer
tg-unexpected-picture = Thank you. We cannot look at pictures or videos, and we did not keep it.
tg-unexpected-voice = Thank you. We cannot listen to voice messages, and we did not keep it. If it is urgent, call 999.
tg-unexpected-sticker = Thank you. We cannot read stickers.
tg-unexpected-place = Thank you. We did not keep where you are. We only need the first half of a postcode, and only when we ask.
tg-unexpected-contact = Thank you. We did not keep that contact. Please do not send names or phone numbers.
tg-unexpected-file = Thank you. We cannot read files, and we did not keep it.
tg-unexpected-edited = You changed an earlier message. We only read new ones. To change an answer, write /change.
tg-unexpected-other = Thank you. We cannot read that kind of message.
tg-unexpected-do = Please tap an answer or write it in words.
tg-group-chat = Sorry, we cannot help in a group. Your answers should be seen by you alone. Please open a private chat with us.
tg-down = Sorry, this is not working now. Your last message was not kept. Your earlier answers are. Please try again in a few minutes. If someone is in danger, call 999.

## Did it help?
tg-wished = We will ask you once, in two weeks, if the advice helped. For that we keep the number of this chat, and nothing else.
tg-wish-stop = Do not ask me
tg-unwished = We will not ask you.
tg-helped-question = Two weeks ago you asked us to come back. Did the advice help?
tg-helped-yes = Yes
tg-helped-a-little = A little
tg-helped-no = No
tg-helped-stop = Do not ask me again
tg-helped-thanks = Thank you. We will not ask again. We keep nothing about this chat.
tg-helped-no-thanks = We are sorry it did not help. Your council can: write /worker for its number. We will not ask again.

## In the web chat
tg-offer-title = Go on in Telegram
tg-offer-lead = You can go on with these answers in Telegram.
tg-offer-button = Go on in Telegram
tg-offer-private = Telegram is not private enough for names, addresses or NHS numbers. Do not write them there.
tg-offer-once = This link works once, for 15 minutes. Do not share it: it opens all your answers.
tg-offer-open = Open Telegram
tg-go-title = Open your answers here
tg-go-lead = This opens the answers you gave in Telegram in this browser.
tg-go-button = Open my answers
tg-go-used = This link has been used, or it is too old. Go back to Telegram and write /web for a new one.
