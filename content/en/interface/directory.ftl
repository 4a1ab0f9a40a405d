### Interface strings of the directory of services. One idea a sentence.

## Why a service is shown
directory-why-term = It is listed under “{ $term }”
directory-why-words = What it says about itself has the words “{ $words }”
directory-why-near = { $miles ->
    [0] It is less than a mile from you
    [one] It is about a mile from you
   *[other] It is about { $miles } miles from you
  }
directory-why-area = It is for people in your area
directory-why-listed = { $feed } lists it
directory-why-national = It is for people anywhere in England
directory-why-age-from = It is for people aged { $least } and over
directory-why-age-to = It is for people aged { $most } and under
directory-why-age-between = It is for people aged { $least } to { $most }

## When somebody last checked an entry
directory-checked = Last checked on { $date }
directory-stale = Last checked on { $date }. Ring or write first: it may have changed
directory-stale-unknown = We do not know when this was last checked. Ring or write first: it may have changed

## Opening hours
directory-open = Open now, until { $until }
directory-closed-today = Closed now. Opens today at { $at }
directory-closed-day = Closed now. Opens on { $day } at { $at }
directory-closed = Closed now
directory-hours = { $days }: { $opens } to { $closes }
directory-days-range = { $first } to { $last }
directory-midday = midday
directory-midnight = midnight
directory-day-0 = Monday
directory-day-1 = Tuesday
directory-day-2 = Wednesday
directory-day-3 = Thursday
directory-day-4 = Friday
directory-day-5 = Saturday
directory-day-6 = Sunday

## What it costs
directory-cost-free = { $what }: free
directory-cost = { $what }: £{ $amount }
directory-cost-bare = £{ $amount }
directory-cost-bare-free = Free
