### Local services: why each is shown, when it is open, what is wrong with it; the editors' own list.

## Why a service is shown
service-why-near = About { $km } km ({ $miles } miles) from { $where }
service-why-area = It is for people in your area
service-why-listed = It is in this list: { $list }
service-why-national = It is for people all over England
service-why-asked = You asked for: { $need }
service-why-term = It is listed under “{ $term }”
service-why-words = Its entry names “{ $words }”
service-why-age-from = It is for people aged { $least } and over
service-why-age-to = It is for people aged { $most } and under
service-why-age-between = It is for people aged { $least } to { $most }

## When it is open
service-open-until = Open now, until { $until }
service-opens-today = Closed now. Opens today at { $at }
service-opens-tomorrow = Closed now. Opens tomorrow at { $at }
service-opens-on = Closed now. Opens on { $day } at { $at }
service-hours-line = { $days }, { $opens } to { $closes }
service-days-range = { $first } to { $last }
service-every-day = Every day
service-all-day = { $days }, day and night
service-open-always = Open day and night
service-day-0 = Monday
service-day-1 = Tuesday
service-day-2 = Wednesday
service-day-3 = Thursday
service-day-4 = Friday
service-day-5 = Saturday
service-day-6 = Sunday

## What it costs
service-free = Free
service-cost = { $amount } ({ $what })

## How sure it is
service-old-ring = Last checked in { $month }: ring first
service-old-write = Last checked in { $month }: ask before you go
service-unchecked-ring = Nobody has told us when this was last checked: ring first
service-unchecked-write = Nobody has told us when this was last checked: ask before you go

## Asking without an assessment
services-need = Say what help you look for, such as: foot care
