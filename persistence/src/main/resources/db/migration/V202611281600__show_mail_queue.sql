-- Administrators see which mails wait and which were given up, and why; the mailer goes on sending them.
alter table mail add column failure text check (length(failure) <= 200);
comment on column mail.failure is 'What the mail server said when the mail was tried last in vain.';
create index mail_by_creation on mail (created_at desc, id desc);
create policy administrators_read on mail for select to sekisho_app using ((select reaches('people')));
create policy administrators_update on mail for update to sekisho_app
    using ((select reaches('people')) and state = 'GIVEN_UP') with check ((select reaches('people')));
