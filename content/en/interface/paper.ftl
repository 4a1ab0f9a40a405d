### Interface strings of the advice as a document to keep or print (PDF).

paper-page = Page { $n } of { $all }
paper-urgent = Do this now
paper-phone = Phone: { $phone }
paper-website = Website: { $url }
paper-kept = Keep this safe. It holds what you told us about your health and home.
web-save-pdf = Save as PDF
