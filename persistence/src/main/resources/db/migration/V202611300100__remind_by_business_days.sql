-- When somebody is told next is computed from what is due; only the words about it change.
comment on column notice.tell_at is 'When the person is to be told: at once, on mornings some business days ahead or a day before the hour, when the clock has run out. Null when nothing is left to tell.';
