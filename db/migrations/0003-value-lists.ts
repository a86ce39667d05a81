/**
 * Indexes from which the values of a column are listed, and a value is looked up, without reading the table.
 * Where most rows have none (discount codes) or a few values fill all rows (channels), they hold no nulls.
 */
export const valueLists = `
CREATE INDEX customer_keys_gender ON customer_keys(gender);
CREATE INDEX customer_keys_country ON customer_keys(country);
CREATE INDEX customer_keys_region ON customer_keys(region);
CREATE INDEX customer_keys_city ON customer_keys(city);
CREATE INDEX customer_keys_language ON customer_keys(language);
CREATE INDEX orders_channel ON orders(channel) WHERE channel IS NOT NULL;
CREATE INDEX orders_device ON orders(device) WHERE device IS NOT NULL;
CREATE INDEX orders_discount ON orders(discount_key) WHERE discount_key IS NOT NULL;
CREATE INDEX events_channel ON events(channel) WHERE channel IS NOT NULL;
CREATE INDEX events_device ON events(device) WHERE device IS NOT NULL;
`
