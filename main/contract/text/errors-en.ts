// English sentences for every failure.
import type { ErrorTexts } from './failure-words.ts';

export const errorsEn: ErrorTexts = {
  offline: {
    sentence: 'There is no internet connection.',
    action: 'Carry on: what you send leaves as soon as the connection is back.',
  },
  'host-unknown': {
    sentence: 'The server {host|you gave} does not exist.',
    action: 'Check the spelling of the server name.',
  },
  'connection-refused': {
    sentence: '{host|The mail server} lets nobody in on this port.',
    action: 'Check the port number, or try again later.',
  },
  timeout: {
    sentence: '{host|The mail server} does not answer.',
    action: 'Check your internet connection. Balie keeps trying in the meantime.',
  },
  'connection-lost': {
    sentence: 'The connection to {host|the mail server} was lost.',
    action: 'Nothing to do: Balie reconnects by itself.',
  },
  'tls-certificate': {
    sentence: 'The certificate of {host|the mail server} is not right, so your password was not sent.',
    action: 'Check the server name. If the server is your own, add its certificate to the account.',
  },
  'tls-expired': {
    sentence:
      'The certificate of {host|the mail server} has expired or is not valid yet, so your password was not sent.',
    action: 'Check the date and time of this computer. If they are right, your provider has to renew the certificate.',
  },
  'tls-other-host': {
    sentence: 'Somebody else than {host|the mail server} answers, so your password was not sent.',
    action: 'On the Wi-Fi of a hotel or café, sign in there first in your browser. Otherwise check the server name.',
  },
  'tls-not-offered': {
    sentence: '{host|The mail server} offers no secure connection, so your password was not sent.',
    action: 'Choose TLS instead of STARTTLS, or ask your provider for the right setting.',
  },
  'tls-failed': {
    sentence: 'No secure connection to {host|the mail server} could be made.',
    action: 'Check that the port and the security setting belong together.',
  },
  'tls-tampered': {
    sentence:
      'Somebody on the network tampers with the connection to {host|the mail server}, so your password was not sent.',
    action: 'Use another network. Choose TLS instead of STARTTLS if your provider has it.',
  },
  'plain-refused': {
    sentence: 'Without security your password would cross the network readable, so Balie does not send it.',
    action: 'Choose TLS or STARTTLS.',
  },
  'not-a-mail-server': {
    sentence: 'What answers at {host|this address} is not a mail server.',
    action:
      'On the Wi-Fi of a hotel or café, sign in there first in your browser. Otherwise check the server name and the port.',
  },
  'wrong-password': {
    sentence: '{host|The mail server} does not accept this user name with this password.',
    action: 'Enter the password again. Some providers ask for an app password here.',
  },
  'app-password-needed': {
    sentence: '{host|The mail server} does not take your ordinary password here, but an app password.',
    action: 'Make an app password in the security settings of your account, and enter that here.',
  },
  'password-expired': {
    sentence: 'Your password at {host|the mail server} has expired.',
    action: 'Choose a new password at your provider and enter it here.',
  },
  'web-sign-in-first': {
    sentence: '{host|The mail server} wants you to sign in once in your browser first.',
    action: 'Open your webmail, sign in and confirm that it is you. Then try again here.',
  },
  'account-blocked': {
    sentence: '{host|The mail server} does not let this account in.',
    action: 'Sign in to the webmail to see why, or ask your provider.',
  },
  'sign-in-by-browser-needed': {
    sentence: '{provider|This provider} takes no password any more: you sign in with your browser.',
    action: 'Choose “Sign in with the browser”.',
  },
  'sign-in-missing': {
    sentence: 'Balie no longer has your sign-in at {provider|the provider}: it was kept only while Balie was open.',
    action: 'Sign in again with the browser.',
  },
  'sign-in-expired': {
    sentence: 'Your sign-in at {provider|the provider} has expired: Balie was not used there for too long.',
    action: 'Sign in again with the browser.',
  },
  'sign-in-revoked': {
    sentence:
      '{provider|The provider} no longer lets Balie in: the access was withdrawn, or your password has changed.',
    action: 'Sign in again with the browser.',
  },
  'sign-in-refused': {
    sentence: '{host|The mail server} does not let you in with this sign-in.',
    action: 'Sign in with the account of this address, and check at your provider that IMAP is switched on.',
  },
  'sign-in-stopped': {
    sentence: 'Signing in with the browser was not finished.',
    action: 'Try again, and give Balie access to your mail in the browser.',
  },
  'sign-in-not-set-up': {
    sentence: 'Signing in with the browser at {provider|this provider} is not set up on this computer yet.',
    action: 'That needs a client id. The manual says how to set it up under “Signing in with the browser”.',
  },
  'password-missing': {
    sentence: 'Balie does not have the password of {email|this account}.',
    action: 'Enter the password again.',
  },
  'keychain-unavailable': {
    sentence: 'The keychain of this computer does not answer.',
    action: 'Unlock the keychain, or let Balie remember the password for this session only.',
  },
  'server-busy': {
    sentence: '{host|The mail server} is too busy at the moment.',
    action: 'Nothing to do: Balie tries again in a while.',
  },
  'too-many-connections': {
    sentence: 'There are too many connections to {host|the mail server} at once.',
    action: 'Close another mail program, or wait: Balie tries again in a while.',
  },
  'cannot-archive': {
    sentence: 'The mail server cannot move what is done to an archive.',
    action: 'Switch off “archive what is done on the server too” for this account, or make a folder “Archive” there.',
  },
  'over-quota': {
    sentence: 'The mailbox on {host|the server} is full.',
    action: 'Make room in the mailbox or ask your provider for more.',
  },
  'cannot-trash': {
    sentence: 'The mail server of {email|this account} has no trash that Balie can use.',
    action: 'Deleted conversations stay on the server; in Balie they are gone.',
  },
  'server-refused': {
    sentence: '{host|The mail server} refuses this.',
    action: 'See under “details” what the server says about it.',
  },
  'server-nonsense': {
    sentence: '{host|The mail server} gave an answer that Balie cannot make sense of.',
    action: 'If this keeps coming, report it with the text under “details”.',
  },
  'recipient-missing': {
    sentence: 'There is nobody in To yet.',
    action: 'Fill in who this message goes to.',
  },
  'recipient-refused': {
    sentence: 'The server takes no mail for {address|this address}.',
    action: 'Check the address of the customer.',
  },
  'recipient-mailbox-full': {
    sentence: 'The mailbox of {address|the customer} is full.',
    action: 'Call or text the customer, or try again later.',
  },
  'refused-as-spam': {
    sentence: 'The server takes your message to {address|the customer} for spam.',
    action: 'Take it back, leave out links or attachments, and send it again. If this goes on, ask your provider.',
  },
  'refused-by-policy': {
    sentence: "The server's rules do not let this message to {address|the customer} pass.",
    action: 'Ask your provider whether your address is set up properly for sending (SPF, DKIM).',
  },
  'sender-refused': {
    sentence: 'The server does not let you send as {address|this address}.',
    action: 'Check in the account which address you may send from.',
  },
  'message-too-large': {
    sentence: 'At {size|this size} the message is too large: the server takes at most {limit|something smaller}.',
    action: 'Make the message smaller.',
  },
  'send-outcome-unknown': {
    sentence: 'The connection was lost while sending. The message may have arrived, or it may not.',
    action: 'Look in your sent mail and choose: it was sent, or send it again.',
  },
  'acknowledgements-stopped': {
    sentence: 'Balie stopped sending acknowledgements: there were {count|too many} within an hour.',
    action: 'Look in Settings, Acknowledgements, at what happened, and switch them on again.',
  },
  'disk-full': {
    sentence: 'The disk is full, so Balie cannot keep anything.',
    action: 'Free some space. Balie then carries on by itself.',
  },
  'store-damaged': {
    sentence: 'The data file of Balie is damaged.',
    action: 'Put back a backup. The damaged file is kept.',
  },
  'store-too-new': {
    sentence: 'This data was made by a newer version of Balie. Nothing was changed.',
    action: 'Install the newest version of Balie.',
  },
  'store-busy': {
    sentence: 'Balie is already open on this data, or another program is holding it.',
    action: "Do it in Balie's window, or close Balie and try again.",
  },
  'network-folder': {
    sentence:
      "Balie's data folder is on a network drive ({kind|of another computer}). Balie cannot keep your data safe there.",
    action: 'Choose a folder on this computer itself. Balie has changed nothing.',
  },
  'not-found': {
    sentence: '{what|This} is no longer there.',
    action: 'Go back to the queue.',
  },
  'invalid-argument': {
    sentence: 'Something in what you filled in is not right.',
    action: 'Check it and try again.',
  },
  'already-exists': {
    sentence: '{what/email|This} exists already.',
    action: 'Choose another name, or change the one that is there.',
  },
  'not-possible-now': {
    sentence: 'That is not possible now.',
    action: 'Try again in a while.',
  },
  'sender-not-proven': {
    sentence: 'Your mail server does not vouch for this sender.',
    action: 'Show the pictures once, if you trust the mail.',
  },
  'answered-on-network': {
    sentence: 'This message cannot be answered by mail.',
    action: 'Answer on the site that it comes from, and put it down here as answered.',
  },
  'account-detached': {
    sentence: 'The account {email|of this conversation} is no longer connected.',
    action: 'Connect it again to answer.',
  },
  'outbox-waiting': {
    sentence: 'There are still answers from this account in the outbox: {count|one or more}.',
    action: 'Send them first, or choose that they need not leave any more.',
  },
  'answer-waiting': {
    sentence: 'An answer in this conversation is still in the outbox.',
    action: 'Let it leave or take it back, then delete.',
  },
  'field-without-value': {
    sentence: 'A field in the reply is still empty: {field|see what is marked}.',
    action: 'Fill it in or take it out, then send.',
  },
  'contact-taken': {
    sentence: '{what|Somebody else} has this address or number already.',
    action: 'Is it the same person? Then merge them on the customer card.',
  },
  'no-cards-in-file': {
    sentence: 'There are no contacts in this file that Balie can read.',
    action: 'Choose a vCard file (.vcf), as Google, Outlook and iCloud export it.',
  },
  'contact-not-understood': {
    sentence: 'Balie cannot read “{what|this}” as a phone number, mail address or link.',
    action: 'Check whether a digit or sign is missing.',
  },
  'when-not-understood': {
    sentence: 'Balie does not understand this moment.',
    action: 'Try “tomorrow 10:00”, “Friday 4pm” or “in 2 hours”.',
  },
  'moment-past': {
    sentence: 'That moment has passed already.',
    action: 'Choose one that is still to come.',
  },
  'past-reply-by': {
    sentence: 'By then the reply-by of this customer has passed.',
    action: 'Choose a new reply-by along with it.',
  },
  'not-all-decided': {
    sentence: 'There are conversations still to be decided: {count|a few}.',
    action: 'Decide them first; then the day can be closed.',
  },
  'provider-unknown': {
    sentence: 'Balie does not know the mail servers for {domain|this address}.',
    action: 'Fill them in yourself; your provider lists them under “IMAP and SMTP settings”.',
  },
  'demo-only': {
    sentence: 'In the demo desk nothing is sent and nothing changes on any server.',
    action: 'Leave the demo desk and connect your own e-mail.',
  },
  'no-program': {
    sentence: 'No program on this computer opens {name|this file}.',
    action: 'Save it, and choose yourself what to open it with.',
  },
  internal: {
    sentence: 'Something went wrong inside Balie. Your data is kept.',
    action: 'Start Balie again. If it keeps failing, report it with the text under “details”.',
  },
};
