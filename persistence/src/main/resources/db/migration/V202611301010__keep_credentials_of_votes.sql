-- What a voter entered again for an agreement to a high risk. It stands with the choice, since it tells of that.

alter table review_vote_choice add column reentered text check (reentered in ('NOTHING', 'PASSWORD', 'PASSWORD_AND_CODE'));
comment on column review_vote_choice.reentered is 'The credentials that were entered again for the vote; null of votes from before this was kept.';
