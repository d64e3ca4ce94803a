<?xml version="1.0" encoding="UTF-8"?>
<!-- Tags: the tags of languages as browsers know them.

     Sources write tags that no browser can use: codes of three letters where there is one
     of two, countries and scripts that are none. What BCP 47 does not know is left out of
     the tag; the rest still says which language it is. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- A tag for a language as browsers know it, or nothing: 'eng_GB' becomes 'en-GB', 'el-grc'
       the language that its second part names. -->
  <xsl:function name="f:tag" as="xs:string?" visibility="public">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($language, '[-_]')"/>
    <xsl:variable name="extends" as="xs:boolean"
        select="string-length($parts[1]) gt 1 and matches($parts[2], '^[A-Za-z]{3}$')"/>
    <xsl:variable name="first" as="xs:string" select="lower-case($parts[1 + number($extends)])"/>
    <xsl:variable name="primary" as="xs:string" select="($fp:short-codes($first), $first)[1]"/>
    <xsl:sequence select="
        if (matches($primary, '^[a-z]{3}$') or map:contains($fp:languages, $primary))
        then string-join(($primary, fp:known-parts(subsequence($parts, 2 + number($extends)))), '-')
        else $language[matches(., '^[xX](-[A-Za-z0-9]{1,8})+$')]"/>
  </xsl:function>

  <!-- The parts after the first that are known; all after the letter of an extension. -->
  <xsl:function name="fp:known-parts" as="xs:string*">
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:variable name="single" as="xs:integer"
        select="(index-of($parts ! string-length(.), 1)[1], count($parts))[1]"/>
    <xsl:variable name="last" as="xs:integer"
        select="if (string-length($parts[$single]) = 1) then $single - 1 else $single"/>
    <xsl:sequence select="
        $parts[position() le $last][map:contains($fp:subtags, lower-case(.))],
        subsequence($parts, $last + 1)[matches(., '^[A-Za-z0-9]{1,8}$')][count($parts) gt $last + 1]"/>
  </xsl:function>

  <!-- Languages with a code of two letters. -->
  <xsl:variable name="fp:languages" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr
      cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu
      gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk
      kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
      mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro
      ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl
      tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu') ! map:entry(., true()))"/>

  <!-- Scripts (ISO 15924), countries (ISO 3166), spellings and dialects that are registered. -->
  <xsl:variable name="fp:subtags" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      adlm afak aghb ahom arab aran armi armn avst bali bamu bass batk beng bhks blis
      bopo brah brai bugi buhd cakm cans cari cham cher cirt copt cprt cyrl cyrs deva
      dsrt dupl egyd egyh egyp elba ethi geok geor glag goth gran grek gujr guru hanb
      hang hani hano hans hant hatr hebr hira hluw hmng hrkt hung inds ital jamo java
      jpan jurc kali kana khar khmr khoj kitl kits knda kore kpel kthi lana laoo latf
      latg latn leke lepc limb lina linb lisu loma lyci lydi mahj mand mani marc maya
      mend merc mero mlym modi mong moon mroo mtei mult mymr narb nbat newa nkgb nkoo
      nshu ogam olck orkh orya osge osma palm pauc perm phag phli phlp phlv phnx piqd
      plrd prti qaaa qabx rjng roro runr samr sara sarb saur sgnw shaw shrd sidd sind
      sinh sora sund sylo syrc syre syrj syrn tagb takr tale talu taml tang tavt telu
      teng tfng tglg thaa thai tibt tirh ugar vaii visp wara wole xpeo xsux yiii zinh
      zmth zsye zsym zxxx zyyy zzzz
      ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm
      bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx
      cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg
      gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir
      is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv
      ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne
      nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro
      rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf
      tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf
      ws ye yt za zm zw
      001 002 005 009 013 019 021 029 142 150 419
      1606nict 1694acad 1901 1994 1996 aluku arevela arevmda baku1926 biske bohoric boont
      dajnko ekavsk emodeng fonipa fonupa hepburn heploc ijekavsk kkcor kscor lipaw luna1918
      metelko monoton ndyuka nedis newfound njiva osojs oxendict pamaka petr1708 pinyin
      polyton rozaj scotland scouse solba tarask uccor ucrcor ulster valencia wadegile')
      ! map:entry(., true()))"/>

  <!-- Codes of three letters for languages that have one of two. -->
  <xsl:variable name="fp:short-codes" as="map(xs:string, xs:string)" select="map{
      'ara': 'ar', 'bul': 'bg', 'cat': 'ca', 'ces': 'cs', 'cze': 'cs', 'dan': 'da', 'deu': 'de',
      'ger': 'de', 'ell': 'el', 'gre': 'el', 'eng': 'en', 'est': 'et', 'eus': 'eu', 'fas': 'fa',
      'fin': 'fi', 'fra': 'fr', 'fre': 'fr', 'gle': 'ga', 'heb': 'he', 'hrv': 'hr', 'hun': 'hu',
      'isl': 'is', 'ita': 'it', 'jpn': 'ja', 'lat': 'la', 'lav': 'lv', 'lit': 'lt', 'nld': 'nl',
      'dut': 'nl', 'nor': 'no', 'oci': 'oc', 'pol': 'pl', 'por': 'pt', 'ron': 'ro', 'rum': 'ro',
      'rus': 'ru', 'san': 'sa', 'slk': 'sk', 'slv': 'sl', 'spa': 'es', 'srp': 'sr', 'swe': 'sv',
      'tur': 'tr', 'ukr': 'uk', 'urd': 'ur', 'yid': 'yi', 'zho': 'zh', 'chi': 'zh'}"/>
</xsl:stylesheet>
