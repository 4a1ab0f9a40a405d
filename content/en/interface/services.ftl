### Local services in the advice, "is this wrong?", and the editors' own list.

## Why a service is shown, and how sure it is
service-why-asked = You asked for: { $need }
service-why-near = About { $km } km ({ $miles } miles) from { $where }
service-open-always = Open day and night
service-old-ring = Last checked in { $month }: ring first
service-old-write = Last checked in { $month }: ask before you go
service-unchecked-ring = We do not know when this was last checked: ring first
service-unchecked-write = We do not know when this was last checked: ask before you go

## Asking without an assessment
services-need = Say what help you look for, such as: foot care

## On the page
web-service-email = Write to { $address }
web-service-list = From this list: { $list }
web-wrong-link = Is this wrong?
