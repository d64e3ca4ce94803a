<?xml version="1.0" encoding="UTF-8"?>
<!-- Page: the frame of every page of the site: head, navigation, main part, foot. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:t="urn:x-octavo:slots"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:output name="fp:page" method="xhtml" html-version="5" encoding="UTF-8" indent="no"
      omit-xml-declaration="yes" normalization-form="none"/>

  <!-- One page. `title` names it alone; `contents` stands beside the text; `kind` is the
       class of its body; `links` are for the head; `current` is the name of its file. What is in its main part comes as
       `main`, or, so that long texts are written and not copied, is what the mode
       mp:main makes of `subject`. -->
  <xsl:mode name="mp:main" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:template name="tp:page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="main" as="node()*" select="()"/>
    <xsl:param name="subject" as="node()?" select="()"/>
    <xsl:param name="contents" as="element()*" select="()"/>
    <xsl:param name="links" as="element()*" select="()"/>
    <xsl:param name="current" as="xs:string" select="''"/>
    <html>
      <xsl:sequence select="fp:of-reader(), fp:head($title, ($links, fp:language-links($current)))"/>
      <body class="{$kind}">
        <xsl:call-template name="tp:site-head">
          <xsl:with-param name="current" select="$current"/>
        </xsl:call-template>
        <div class="frame">
          <xsl:sequence select="$contents"/>
          <main id="main">
            <xsl:sequence select="$main"/>
            <xsl:apply-templates select="$subject" mode="mp:main"/>
          </main>
        </div>
        <xsl:call-template name="tp:site-foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- The language of labels and navigation, in the direction of the edition's. -->
  <xsl:function name="fp:of-reader" as="attribute()+">
    <xsl:variable name="tag" as="xs:string" select="(f:tag($language), 'en')[1]"/>
    <xsl:attribute name="lang"
        select="if (tokenize($tag, '-')[1] = $v:languages) then $tag else 'en'"/>
    <xsl:attribute name="dir" select="f:direction($tag)"/>
  </xsl:function>

  <xsl:function name="fp:head" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="links" as="element()*"/>
    <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>{string-join(($title, $v:edition-title[. != $title]), ' · ')}</title>
      <link rel="stylesheet" href="{$to-root}assets/edition.css"/>
      <xsl:if test="$edition/*/@style != ''">
        <link rel="stylesheet" href="{$to-root}assets/house.css"/>
      </xsl:if>
      <xsl:sequence select="$links"/>
      <xsl:call-template name="t:head"/>
    </head>
  </xsl:function>

  <xsl:variable name="v:edition-title" as="xs:string?" select="$edition/*/@title ! string()[.]"/>

  <!-- The title of the edition and the way to its parts. -->
  <xsl:template name="tp:site-head" as="element()+">
    <xsl:param name="current" as="xs:string"/>
    <a class="skip" href="#main">{f:label('skip')}</a>
    <header class="site">
      <xsl:call-template name="t:page-head"/>
      <p class="site-title">
        <a href="index.html">{($v:edition-title, f:label('home'))[1]}</a>
      </p>
      <nav aria-label="{f:label('site-navigation')}">
        <ul>
          <xsl:for-each select="$fp:sections">
            <li>
              <a href="{?file}">
                <xsl:if test="?file = $current">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:sequence select="f:label(?label)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
      <xsl:sequence select="fp:language-switch($current)"/>
    </header>
  </xsl:template>

  <!-- Pages of the edition that the navigation names, with their labels. -->
  <xsl:variable name="fp:sections" as="map(xs:string, xs:string)*">
    <xsl:variable name="kinds" as="xs:string*"
        select="distinct-values($edition/*/e:entry/@kind)"/>
    <xsl:sequence select="map{'file': 'index.html', 'label': 'contents'}"/>
    <xsl:if test="$edition/*/@letters = 'true'">
      <xsl:sequence select="map{'file': 'letters.html', 'label': 'letters'}"/>
    </xsl:if>
    <xsl:for-each select="'person', 'place', 'org', 'bibl', 'event'">
      <xsl:if test=". = $kinds">
        <xsl:sequence select="map{'file': $v:register-files(.),
            'label': substring-before($v:register-files(.), '.')}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$edition/*/(@map, @timeline)[. = 'true'] ! local-name()">
      <xsl:sequence select="map{'file': . || '.html', 'label': .}"/>
    </xsl:for-each>
    <xsl:if test="$edition/*/@figures = 'true'">
      <xsl:sequence select="map{'file': 'illustrations.html', 'label': 'table-of-figures'}"/>
    </xsl:if>
    <xsl:sequence select="map{'file': 'search.html', 'label': 'search'}"/>
    <xsl:sequence select="map{'file': 'about.html', 'label': 'about-edition'}"/>
  </xsl:variable>

  <xsl:template name="tp:site-foot" as="element()">
    <footer class="site">
      <p>
        <xsl:sequence select="string-join(
            $edition/* ! (@title, @author, @editor, @publisher, @date)[. != ''], ' · ')"/>
      </p>
      <xsl:if test="matches($edition/*/@licence, '^https?://')">
        <p>
          <xsl:text>{f:label('licence')}: </xsl:text>
          <a rel="license" href="{iri-to-uri($edition/*/@licence)}">{f:licence($edition/*/@licence)}</a>
        </p>
      </xsl:if>
      <xsl:call-template name="t:page-foot"/>
    </footer>
  </xsl:template>

  <!-- The short name of a known licence, else its address. -->
  <xsl:function name="f:licence" as="xs:string" visibility="public">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*"
        select="tokenize(replace($address, '^https?://', ''), '/')"/>
    <xsl:sequence select="
        if ($parts[1] = 'creativecommons.org' and $parts[2] = 'licenses')
          then 'CC ' || upper-case($parts[3]) || ' ' || $parts[4]
        else if ($parts[1] = 'creativecommons.org' and $parts[3] = 'zero') then 'CC0'
        else $address"/>
  </xsl:function>
</xsl:stylesheet>
