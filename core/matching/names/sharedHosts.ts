/** Domains under which people of many companies have their mail or page: they never say which company it is. */

/** Mail providers under many endings, such as `yahoo.com.br`. */
const PROVIDERS = new Set(
	'gmail googlemail hotmail outlook live msn yahoo ymail rocketmail gmx yandex icloud aol protonmail'.split(
		' ',
	),
);

const DOMAINS = new Set(
	[
		'me.com mac.com proton.me pm.me zoho.com mail.com email.com fastmail.com hushmail.com tutanota.com qq.com 163.com 126.com',
		'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net rr.com frontier.com windstream.net centurylink.net optonline.net juno.com netzero.net',
		'rogers.com shaw.ca telus.net sympatico.ca bell.net videotron.ca videotron.com cogeco.ca cogeco.net eastlink.ca sasktel.net mts.net',
		'uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com oi.com.br zipmail.com.br terra.com prodigy.net.mx infinitum.com.mx',
		'btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr',
		'web.de t-online.de freenet.de libero.it virgilio.it tiscali.it terra.es ziggo.nl planet.nl kpnmail.nl telenet.be skynet.be',
		'facebook.com instagram.com linkedin.com twitter.com x.com youtube.com google.com linktr.ee goo.gl bit.ly t.co wa.me',
	].flatMap((line) => line.split(' ')),
);

/** Whether a registrable domain is a mail provider's, an internet provider's or a social network's. */
export function isSharedHost(domain: string): boolean {
	return DOMAINS.has(domain) || PROVIDERS.has(domain.slice(0, domain.indexOf('.')));
}
