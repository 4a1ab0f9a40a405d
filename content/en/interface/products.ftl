### Interface strings of products: what equipment can look like and what it costs.

## Said in every channel
products-ask = Get advice before you choose this. The people below can help you choose, and some let you try it.
products-assessed-only = We show no products here. Someone has to look at what you need first, to keep you safe.
products-not-suggested = We show no products here. From what you told us, we do not know that it is safe for you.
products-not-safe = We show no products here. From what you told us, this is not safe for you now.
products-not-sold = You do not buy this in a shop. The people below can tell you how to get it.
products-none = We have no products to show for this yet.
products-none-fit = We have no products here that fit what you told us. A shop that lets you try things can help.
products-order = What is in stock comes first. Then comes the lowest price, then the name. No shop can pay to be higher.
products-demonstration = Invented examples, nothing to buy. They show how this page works.
products-size = Chosen for your size. { $size }.
products-weight = Each of these holds your weight, where the shop says how much it holds. Check the label all the same.
products-measure = Measure first. { $measure }

## The page
web-products-title = { $name }: what it can look like and what it costs
web-products-title-ask = { $name }: where to try it and whom to ask
web-products-link = See what this can look like and what it costs
web-products-link-ask = See where to try this and whom to ask
web-products-back = Back to your advice
web-products-check = Before you choose
web-products-list = Products
web-products-count = { $n ->
    [one] { $n } product fits what you told us.
   *[other] { $n } products fit what you told us.
  }
web-products-left-out = { $n ->
    [one] We left out one more. It does not fit, or the shop does not say.
   *[other] We left out { $n } more. They do not fit, or the shop does not say.
  }
web-products-invented = Invented example
web-products-sold-by = Sold by { $supplier }
web-products-price = £{ $price }
web-products-price-name = Price
web-products-relief-name = Price without VAT
web-products-relief = £{ $price }, if you do not have to pay VAT
web-products-stock-name = Stock
web-products-stock-in = In stock
web-products-stock-order = You can order it, and wait
web-products-stock-unknown = Ask the shop
web-products-stock-out = Not in stock now
web-products-limit-name = Holds up to
web-products-limit-unknown = The shop does not say. Ask before you buy.
web-products-size-name = Size to choose by
web-products-size-range = { $from } to { $to }
web-products-measures-name = Length, width, height
web-products-measure-unknown = not known
web-products-out = See it at { $supplier }
web-products-as-of = Price and stock as of { $date }.
web-products-leaving = The link takes you to the shop. We do not tell the shop anything about you.
web-products-buying = We do not sell anything. We take no money from shops.
web-products-pages = More products
web-products-page-next = Next page
web-products-page-before = Page before
web-products-page-of = Page { $page } of { $pages }
web-products-ways = Ways to get it or try it
web-products-who = Who can help
# On the privacy page
web-privacy-shops = If you follow a link to a shop, we count the link. We do not note who followed it. The shop is not told what you said.
web-not-shown-title = We do not show this product
web-not-shown-lead = It may have gone, or it does not fit what you told us. Your advice says what may help.
