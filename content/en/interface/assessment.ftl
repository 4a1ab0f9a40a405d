### Interface strings, English. One idea a string; words of the questions and the advice are in the YAML files.

## Answers that do not fit
misfit-choose-one = Choose one answer
misfit-choose-some = Choose at least one answer
misfit-unknown-option = That answer is not one of the choices. Choose one from the list
misfit-none-with-others = Choose “none of these” on its own, or choose the ones that fit
misfit-not-a-number = { $unit ->
    [kg] Give a number, such as 80 kg or 12 st 8 lb
   *[other] Give a number, such as 43 cm or 17 in
  }
misfit-too-small = That seems too small. The least we can use is { $least }
misfit-too-large = That seems too large. The most we can use is { $most }
misfit-text-needed = Write a few words, or choose to skip this question
misfit-text-too-long = That is too long. Please use { $most } characters or fewer
misfit-exit-not-offered = This question needs one of the answers shown
misfit-not-on-path = That question has not been asked yet

## Order and limits
stale = That question has moved on. Here is where you are now
too-many-entries = You have reached the most changes one assessment can hold. Your answers are kept and your advice is ready
too-fast = That was very fast. Please wait a minute and try again
too-many-starts = Too many new assessments were started from here in the last hour. Please try again later
too-many-codes = Too many codes were tried from here. Please wait an hour and try again

terminal-left = { $n ->
    [one] about 1 more question
   *[other] at least { $n } more questions
  }

## Answers in words
exit-not_sure = Not sure
exit-rather_not_say = Rather not say
exit-skip = Skipped
because = About { $about }, you said “{ $answer }”.
list-and = { $first } and { $last }

## Advice
not-an-assessment = This is information and advice. It is not an assessment of your needs, and it does not decide what you can get. You can ask your council for a free assessment, whatever this says.
price = About £{ $from } to £{ $to } ({ $year } prices, before any VAT relief)
price-one = About £{ $from } ({ $year } prices, before any VAT relief)
price-unknown = Prices vary. Compare a few before you choose
price-none = Ask first. The price depends on the assessment
price-note = { $price }; { $note }
weight-limit = Most hold up to { $limit }. Check the label
weight-limit-heavy = Most hold up to { $limit }. Stronger ones hold up to { $heavy }. Check the label
weight-caution = We do not know your weight. Check the limit on the label before you use it. Most hold up to { $limit }
ask-about = Ask about: { $name }
why-council = For anything that this advice does not settle
service-hours = { $name }: { $hours }
size-seat-raise = A raise of { $step }. It now stands { $gap } lower than the knee crease
size-seat-height = A seat about { $height } high, with feet flat on the floor
size-ramp-length = For a rise of { $rise }: at least { $alone } long to use alone, or { $helped } with a strong helper
size-stick-length = { $length } from the floor to the top of the handle
vat-relief = You may not have to pay VAT on it if you are disabled or have a long-term illness. Ask before you pay.
second-hand-check = Second-hand can be fine. Look for wear, all its parts, and the label with the weight limit.
second-hand-service = Second-hand only if it was serviced and comes with its papers. A worn part can drop a person.
route-shop = Buy it from a shop that sells mobility or daily living equipment. Measure first
route-hire = Hire it, to try it or for a short time
route-try-centre = Try it at an independent living centre or a mobility shop before you decide
route-loan-store = Ask the council. After a check, it may be lent to you free
route-nhs = Ask your GP or therapist. The NHS may lend it
route-red-cross = Borrow or hire it from the British Red Cross for a short time
route-grant = Ask the council about a Disabled Facilities Grant
route-minor-adaptation = Ask the council. Small changes that cost { $minor } or less are free if you are assessed as needing them
route-handyperson = Ask a local handyperson service to fit it
route-ot-assessment = Ask for an occupational therapist to look at it with you first
route-telecare = Ask the council's alarm service
route-charity = Ask a charity that knows about this
route-pharmacist = Ask a pharmacist first

