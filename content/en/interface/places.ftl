### Where home is: postcode, council, and what is wrong with them.

misfit-place-needed = Give a postcode, or the first half of a postcode, or choose a council from the list
misfit-place-unknown = We do not know that council. Choose one from the list
misfit-postcode-unreadable = That does not look like a postcode. One looks like PR7 1AB. Check it, give its first half such as PR7, or choose your council from the list
misfit-postcode-unknown = We cannot find that postcode. Check it, or choose your council from the list instead
misfit-postcode-shared = { $named ->
    [0] More than one council covers { $outward }. Give the whole postcode, or choose your council from the list
   *[other] More than one council covers { $outward }: { $councils }. Give the whole postcode, or choose yours from the list
  }
misfit-postcode-border = Part of { $outward } is in { $nation }. Give the whole postcode, or choose your council from the list. This guide is for England only
misfit-postcode-elsewhere = This guide covers England only. In { $nation }, your local council can help. To go on here without a place, choose “Rather not say”
misfit-council-ended = That council is now more than one: { $councils }. Choose yours from the list

place-with-district = { $council }, { $district }

nation-S = Scotland
nation-W = Wales
nation-N = Northern Ireland
nation-L = the Channel Islands
nation-M = the Isle of Man
nation-E = England

web-postcode = Postcode, or its first half
web-council = Council
web-choose-council = Choose a council
web-councils-meant = These cover that postcode
web-councils-here = Near here
web-councils-all = All of England
web-privacy-place = If you give a postcode, we look up your council and ward and keep only those, or the first half of the postcode. The whole postcode is never stored.

service-council = Where you live, ask { $council }
service-council-one-of = Where you live, one of the district councils does this. Ask { $council } which one is yours
terminal-place = Type a postcode, its first half, or the name of your council
