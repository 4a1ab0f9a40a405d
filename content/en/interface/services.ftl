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

## Is this wrong?
wrong-title = Is something wrong here?
wrong-label = What is wrong?
wrong-hint = For example: the phone number has changed, or the club has closed. Say what is right, if you know it.
wrong-private = Do not write anything about yourself or anyone else. We do not ask who you are. We cannot answer you here.
wrong-send = Tell us
wrong-empty = Write what is wrong
wrong-long = Write less: at most { $most } characters
wrong-too-many = You have sent many notes in a short time. Please wait an hour and try again.
wrong-thanks = Thank you
wrong-thanks-lead = We will check what we say about { $name }.
wrong-back-advice = Back to my advice
wrong-back-start = Go to the start

## The editors' own list
services-own-list = Handrail’s own list
web-editors-again = Give the key again to go on. What you typed is kept.
editors-services = Local services
editors-services-lead = Notes from the public, services that you keep here yourself, and entries of feeds that you have hidden.
editors-services-link = Local services: notes, own entries, hidden entries
editors-notes = What people say is wrong
editors-notes-none = There are no notes.
editors-note-done = Done
editors-note-correct = Correct it
editors-note-hide = Hide the entry
editors-own = Services that you keep here
editors-own-none = There are none yet.
editors-own-add = Add a service
editors-own-checked = Checked on { $date }
editors-own-unchecked = Not checked yet
editors-own-confirm = Confirm: checked today
editors-own-edit = Correct
editors-own-delete = Delete
editors-hidden = Hidden entries
editors-hidden-none = None is hidden.
editors-hidden-show = Show it again
editors-hide-title = Hide an entry of a feed
editors-hide-hint = Search by name. A hidden entry stays hidden when the feed is read again.
editors-hide-search = Search
editors-hide-none = Nothing was found for “{ $words }”.
editors-hide = Hide

## The editors' form
editors-form-add = Add a service
editors-form-edit = Correct a service
editors-form-errors = { $n ->
    [one] There is one thing to put right
   *[other] There are { $n } things to put right
  }
editors-form-basics = What it is
editors-form-reach = How to reach it
editors-form-reach-hint = Give at least one of phone, email and website.
editors-form-where = Where it is
editors-form-where-hint = Leave this empty for a service that comes to people.
editors-form-whom = For whom
editors-form-types = What kind of help it is
editors-form-types-hint = Tick all that fit. People who need this help are shown the service.
editors-form-hours = When it is open
editors-form-hours-hint = Leave a day empty when it is shut, or when you do not know. Write times as 09:30.
editors-form-opens = { $day }, opens
editors-form-closes = { $day }, closes
editors-form-name = Name of the service
editors-form-organization = Organisation that runs it
editors-form-description = What it does, in plain words
editors-form-phone = Phone
editors-form-email = Email
editors-form-url = Website
editors-form-address = House and street
editors-form-town = Town or village
editors-form-postcode = Postcode
editors-form-area = Area that it serves
editors-form-area-choose = Choose an area
editors-form-minimum_age = Youngest age, if there is one
editors-form-maximum_age = Oldest age, if there is one
editors-form-eligibility = Who can use it
editors-form-cost = What it costs
editors-form-checked = I have checked all of this with the service today
editors-form-save = Save and publish
editors-form-overtaken = Somebody else changed this service while you wrote. Below is what you typed. Save again to put it in place of theirs.
editors-delete-title = Delete this service?
editors-delete-lead = “{ $name }” will no longer be found or published. This cannot be undone.
editors-delete-yes = Delete it
editors-delete-no = Keep it

fault-too-long = Write less: at most { $most } characters
fault-name-missing = Give the name of the service
fault-organization-missing = Say who runs it
fault-description-missing = Say what it does
fault-contact-missing = Give a phone number, an email address or a website
fault-phone-wrong = That is no phone number. Write only the number, such as 01257 123456
fault-email-wrong = That is no email address. One looks like name@example.org
fault-url-wrong = That is no web address. One looks like https://www.example.org
fault-postcode-wrong = Give the whole postcode, such as PR7 1AB, or leave it empty
fault-area-missing = Choose the area that it serves
fault-age-wrong = Give an age in whole years, such as 60, or leave it empty
fault-ages-crossed = The oldest age is below the youngest
fault-types-missing = Tick at least one kind of help
fault-hours-wrong = Give both times of a day, such as 09:30 and 16:00, or neither
