### Interface strings of the resident web chat.

## Resident web chat: every page
web-title = { $page } – { $service }
web-title-error = Error: { $page } – { $service }
# Shown in the browser's tab and history on private pages: it says nothing about what is asked
web-title-quiet = Guide
web-skip-to-main = Skip to main content
web-draft = This is a trial version. An occupational therapist has still to confirm its advice.
web-back = Back
web-continue = Continue
web-or = or
web-error-title = There is a problem
web-error-word = Error:
web-saved = Saved
web-saving = Saving
web-footer = More about this guide
web-about = About
web-privacy = Privacy
web-accessibility = Accessibility
web-use-code = Use a code

## Resident web chat: help
web-help-title = Talk to a person
web-help-none = Call your local council. Ask for adult social care.
web-help-find = Find your council’s number
web-help-find-url = https://www.gov.uk/find-local-council
web-help-out-of-hours = At other times, call { $phone }
web-help-danger = Someone very ill or in danger? Call { $phone } now.
web-call = Call { $number }

## Resident web chat: start
web-start-title = Make daily life at home easier
web-start-what = Answer short questions about daily life. You get clear advice on what may help, what to choose, and who can help near you.
web-start-time = It takes about 10 minutes for one topic. You can stop at any time.
web-start-private = We do not ask your name. You can delete your answers at any time.
web-start-guide = This is a guide, not a person. It is not an assessment of your needs.
web-words-label = Say it in your own words
web-words-hint = For example: I cannot get out of the bath. Please do not give names or addresses.
web-words-find = Find topics
web-topics-title = Or choose from the list
web-topics-hint = Choose all that you want help with. You can add more later.
web-group-health = Your health
web-group-home = Your home
web-group-daily = Daily activities
# On a closed group: some of its topics, and how many there are besides.
web-group-more = { $some } and { $n } more
web-start-button = Start
web-code-link = I have a code from before
web-found-title = Is this what you want help with?
web-found-hint = We found these from your words. Take off any that are wrong.
web-found-none-title = Choose what you want help with
web-found-none = We did not find a topic for those words. Choose from the list, or try other words.
web-found-none-empty = You did not write any words. Choose from the list, or go back and write a few words.
web-found-more = Show other topics
web-try-other-words = Try other words

## Resident web chat: a question
web-left-last = Last question
web-left-exact = { $n ->
    [one] About { $n } more question
   *[other] About { $n } more questions
  }
web-left-up-to = { $most ->
    [one] About { $most } more question
   *[other] Up to { $most } more questions
  }
web-left-between = Between { $least } and { $most } more questions
web-left-at-least = At least { $least } more questions. It depends on your answers
web-why = Why we ask
web-so-far = Your answers so far
web-so-far-earlier = { $n ->
    [one] Show { $n } earlier answer
   *[other] Show { $n } earlier answers
  }
web-we-asked = We asked:
web-you-said = You said:
web-change = Change
web-private = Not shown here, to keep it private
web-change-what = your answer to: { $question }
web-skip = Skip this question
web-choose-alone = { $choice } cannot go with other answers. Choose it on its own, or choose the ones that fit
web-see-advice = See my advice so far
web-my-answers = My answers
web-come-back = Come back later
web-reach = Your assessment
web-changing = You are changing an earlier answer. Your other answers are kept.

## Resident web chat: urgent action
web-urgent-why = Why we say this
web-urgent-meanwhile = What else to do
web-urgent-guide = I am a guide. I cannot call for you.
web-urgent-other-ways = If you cannot hear or speak on the phone
web-urgent-bsl = Use British Sign Language: open 999bsl.co.uk or the 999 BSL app.
web-urgent-bsl-url = https://999bsl.co.uk
web-urgent-sms = Text 999, if your phone is set up for it. Text the word “register” to 999 to set it up.
web-urgent-relay = With the Relay UK app or a textphone, call 18000 for 999. For other numbers, call 18001 and then the number.
web-urgent-silent = On a mobile, if you cannot speak: call 999, then press 55 when you are asked.
web-urgent-also = You also need to do this
web-urgent-carry-on = Carry on with the questions
web-urgent-carry-on-hint = Only when you have done this, or if it is not true.
web-urgent-no-more = We have stopped the questions here, because this comes first.
web-exit = Exit this page
web-exit-skip = Exit this page quickly
web-exit-hint = You can also press the Shift key three times to leave.

## Resident web chat: answers
web-answers-title = Your answers
web-answers-lead = Check what you told us. You can change any answer.
web-answers-none = You have not answered a question yet.
web-answers-carry-on = Carry on with the questions
web-answers-advice = See my advice
web-section-start = About who this is for
web-section-safety = Staying safe
web-section-choice = What you want help with
web-section-fit = More about what would suit you
web-section-carer = If you look after someone
web-section-close = Where you live
web-section-other = Other questions
web-code-title = Come back later
web-code-lead = Write down this code. With it you can open your answers again on this or another phone or computer.
web-code-show = Show my code
web-code-label = Your code
web-code-keep = Keep it private. Anyone with this code can see your answers. It works for { $days ->
    [one] one day
   *[other] { $days } days
  } after your last answer.

## Resident web chat: advice
web-advice-title = Your advice
web-advice-so-far = This is your advice so far. Answer more questions to get more.
web-advice-more = Answer more questions
web-advice-urgent = Do this now
web-advice-heed = See to this soon
web-advice-matters = What matters to you
# Over advice that belongs to no topic: a crisis, company and confidence, deciding together
web-advice-start = You and the people around you
web-advice-first = Do these first
web-advice-topics = On this page
web-advice-to-contents = Back to the list of this page
web-advice-rest = Show { $n } more:
web-advice-rest-names = { $some }; and { $n } more
web-when-now = do this now
web-when-soon = do this soon
web-when-later = this can wait
web-kind-when = { $kind }: { $when }
web-advice-because = Why we say this, and who can help
web-advice-choosing = How to choose, the price and where to get it
web-advice-helpers = Who can help, and where this comes from
web-kind-tip = A change you can make
web-kind-equipment = Equipment
web-kind-adaptation = A change to your home
web-kind-professional = A person to ask
web-kind-service = A service
web-kind-benefit = Money
web-kind-carer = For someone who cares
web-tier-get-advice = Get advice before you buy
web-tier-assessed-only = Only after someone has assessed you
web-equipment-size = The right size
web-equipment-suits = Who it suits
web-equipment-not-for = Who it does not suit
web-equipment-measure = How to measure
web-equipment-weight = Weight limit
web-equipment-price = Price
web-equipment-vat = VAT
web-equipment-second-hand = Second-hand
web-equipment-routes = Ways to get it
web-equipment-caution = Check first
web-equipment-stop = Stop and ask if
web-item-who-helps = Who can help:
web-item-source = From { $source }. Checked on { $reviewed }.
web-not-safe = Not safe, from what you told us
web-not-safe-lead = You may see these in shops. From what you told us, they are not safe for you now.
web-not-safe-instead = Instead:
web-services = Who can help
web-services-more = { $n ->
    [one] Show { $n } more
   *[other] Show { $n } more
  }
web-service-more = More about this
web-service-text = Text { $number }
web-service-relay = If you cannot hear or speak: { $number }
web-service-website = Visit the website of { $name }
web-service-where = Where
web-service-distance = about { $km } km away
web-service-for = Who it is for
web-service-cost = Cost
web-service-how = How to ask
web-service-checked = Details checked on { $date }.
web-not-assessment = This is not an assessment
web-advice-empty = We have no advice from these answers. Your council can still help. Call and say what is hard for you.
web-keep-title = Keep your advice
web-copy = Copy as text
web-copied = Copied. You can paste it into a message or a note.
web-as-text = Show as plain text
web-print = Print
web-check-answers = Check or change my answers
web-delete-link = Delete my answers now
web-made = Made on { $date }. Content version { $version }.

## Resident web chat: advice as plain text
web-text-call = Phone: { $phone }
web-text-item = { $n }. { $title }

## Resident web chat: coming back, leaving, deleting
web-resume-title = Open your answers again
web-resume-label = Your code
web-resume-hint = You were given it when you stopped. Capital letters, spaces and dashes do not matter.
web-resume-button = Open my answers
web-resume-empty = Write your code
web-resume-wrong = We cannot find that code. Check each letter and number. A code stops working after some weeks
web-delete-title = Delete your answers?
web-delete-lead = This deletes all that you told us, and your advice. Your code will stop working. You cannot undo it.
web-delete-button = Delete my answers
web-delete-keep = Keep my answers
web-deleted-title = Your answers are deleted
web-deleted-lead = Nothing that you told us is kept. Counts of how often the guide is used stay, and they say nothing about you.
web-deleted-browser = Your browser may still list the pages you opened. You can clear its history too.
web-start-new = Start again

## Resident web chat: when something is wrong
web-gone-title = We cannot find your answers
web-gone-lead = This happens if you deleted them, if it has been a long time, or if your browser does not keep cookies.
web-gone-do = You can start again. If you have a code, you can use it to open your answers.
web-missing-title = Page not found
web-missing-lead = This page does not exist. Check the address, or go to the start.
web-forbidden-title = We could not accept that
web-forbidden-lead = The form seems to have come from another website. Go back to the guide and try again.
web-too-large-title = That is too long
web-too-large-lead = You sent more than we can take. Go back and use fewer words. Your earlier answers are kept.
web-too-many-title = Please wait a little
web-down-title = Sorry, this is not working now
web-down-lead = Your earlier answers are kept. Please try again in a few minutes. If you need help today, call.
web-to-start = Go to the start
web-to-question = Go back to my question

## Resident web chat: about
web-about-title = About this guide
web-about-what = { $title } asks short questions about daily life at home. Your answers lead to advice that is written and checked by people. No computer makes up the words.
web-about-not = It is a guide, not a person. It cannot call anyone for you. It is not an assessment of your needs, and it does not decide what you can get.
web-about-rights = You can ask your council for a free assessment, whatever this guide says. Carers can ask for one too.
web-about-safety = If an answer shows that something may be urgent, the guide stops and tells you what to do first.
web-about-made = Each piece of advice shows why you see it, where it comes from and when it was last checked.

web-privacy-title = Privacy
web-privacy-no-name = We do not ask for your name, address, date of birth or e-mail.
web-privacy-kept = We keep your answers so that you can go back, change them and come again. They are deleted { $days ->
    [one] one day
   *[other] { $days } days
  } after your last answer, or at once if you ask.
web-privacy-cookie-title = The one cookie
web-privacy-cookie = We use one cookie, called { $name }. It lets this browser find your answers. It goes when you close the browser or delete your answers. We do not track you and we use no cookies for adverts.
web-privacy-count-title = What we count
web-privacy-count = We count how often questions and advice are used, so that we can mend what does not work. Counts hold no words that you wrote.
web-privacy-who-title = Who to ask
web-privacy-who = Your council is responsible for this guide. Ask its data protection officer if you want to know more or to complain. You can also complain to the Information Commissioner’s Office.
web-privacy-delete = Delete my answers now

web-access-title = Accessibility
web-access-want = We want everyone to be able to use this guide, with any phone, keyboard, screen reader, voice or large text.
web-access-can = You should be able to:
web-access-zoom = zoom in up to 400% with no text lost
web-access-keyboard = use every page with only a keyboard or only your voice
web-access-reader = listen to every page with a screen reader
web-access-script = use every page without JavaScript
web-access-colours = use your own colours, fonts and spacing
web-access-aim = We build to the Web Content Accessibility Guidelines version 2.2, level AA. Each kind of page is tested by machine. People who use screen readers have not tested it yet.
web-access-problem-title = If something does not work for you
web-access-problem = Call the number on this page. They can ask you the same questions by phone.
web-access-enforce = If you are not happy with the answer, contact the Equality Advisory and Support Service.
web-access-enforce-url = https://www.equalityadvisoryservice.com
web-access-easy = If you use British Sign Language or need another language, ask the council for an interpreter.

