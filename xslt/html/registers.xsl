<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers: entries in the order of the alphabet, each with its occurrences. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:mode name="m:entry" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template name="tp:register" as="element()">
    <xsl:param name="entries" as="element()+"/>
    <xsl:param name="extracts" as="document-node()"/>
    <xsl:variable name="file" select="$v:register-files($entries[1]/@kind)" as="xs:string"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:label(substring-before($file, '.'))"/>
      <xsl:with-param name="kind" select="'register'"/>
      <xsl:with-param name="current" select="$file"/>
      <xsl:with-param name="subject" select="$extracts/*"/>
      <xsl:with-param name="entries" select="$entries" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="e:extracts" mode="mp:main" as="element()*">
    <xsl:param name="entries" as="element()+" tunnel="yes"/>
    <xsl:variable name="extracts" as="document-node()" select="root(.)"/>
    <xsl:variable name="file" select="$v:register-files($entries[1]/@kind)" as="xs:string"/>
    <h1>{f:label(substring-before($file, '.'))}</h1>
    <xsl:sequence select="fp:data-link($file)"/>
    <xsl:call-template name="tp:letters">
      <xsl:with-param name="entries" select="$entries"/>
    </xsl:call-template>
    <xsl:for-each-group select="$entries" group-by="string(@initial)">
      <section class="letter" id="letter-{fp:letter(.)}">
        <h2>{(current-grouping-key()[.], '#')[1]}</h2>
        <xsl:for-each select="current-group()">
          <xsl:call-template name="tp:entry">
            <xsl:with-param name="names" select="key('fp:name', @id, $extracts)"/>
          </xsl:call-template>
        </xsl:for-each>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The register as a table to take away, which a site has beside its pages. -->
  <xsl:function name="fp:data-link" as="element()?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:if test="ends-with($file, '.html')">
      <p class="data">
        <xsl:text>{f:label('downloads')}: </xsl:text>
        <a href="{$to-root}data/{substring-before($file, '.')}.csv" type="text/csv">CSV</a>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- The way to each letter, in a long register. -->
  <xsl:template name="tp:letters" as="element()?">
    <xsl:param name="entries" as="element()+"/>
    <xsl:if test="count($entries) gt 20">
      <nav class="letters" aria-label="A–Z">
        <xsl:for-each-group select="$entries" group-by="string(@initial)">
          <a href="#letter-{fp:letter(.)}">{(current-grouping-key()[.], '#')[1]}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each-group>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:letter" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (string-join(string-to-codepoints($entry/@initial) ! string(), '-')[.], 'none')[1]"/>
  </xsl:function>

  <!-- One entry: heading, facts, authority records, occurrences. -->
  <xsl:template name="tp:entry" as="element()">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="entry" as="element()" select="."/>
    <xsl:variable name="facts" as="element()*">
      <xsl:apply-templates select="($registers ! key('f:element', $entry/@id, .))[1]"
          mode="m:entry"/>
    </xsl:variable>
    <article class="entry {@kind}" id="{@id}">
      <h3>{@heading}</h3>
      <xsl:apply-templates select="$facts" mode="mp:without-id"/>
      <xsl:call-template name="tp:occurrences">
        <xsl:with-param name="names" select="$names"/>
      </xsl:call-template>
    </article>
  </xsl:template>

  <xsl:template match="person | personGrp | place | org | event" mode="m:entry" as="element()*">
    <xsl:call-template name="tp:life"/>
    <xsl:call-template name="tp:more-facts"/>
    <xsl:call-template name="tp:place"/>
    <xsl:apply-templates select="note | bibl | listBibl"/>
    <xsl:call-template name="tp:authorities"/>
  </xsl:template>
  <xsl:template name="tp:more-facts" as="element()*">
    <xsl:for-each-group group-by="local-name()"
        select="* except (persName | placeName | orgName | birth | death | floruit | idno | note
            | location | listBibl | bibl | label | head | eventName)">
      <xsl:element name="{if (current-group() ! f:makes-block(.) = true()) then 'div' else 'p'}">
        <xsl:attribute name="class" select="'fact'"/>
        <xsl:if test="f:has-label(current-grouping-key())">
          <span class="fact-name">{f:label(current-grouping-key())}: </span>
        </xsl:if>
        <xsl:for-each select="current-group()">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </xsl:element>
    </xsl:for-each-group>
  </xsl:template>
  <xsl:template match="bibl | biblStruct | biblFull" mode="m:entry" as="element()*">
    <div class="bibl">
      <xsl:apply-templates select="node() except (note | idno)"/>
    </div>
    <xsl:apply-templates select="note"/>
    <xsl:call-template name="tp:authorities"/>
  </xsl:template>

  <!-- Dates of a life and other names. -->
  <xsl:template name="tp:life" as="element()*">
    <xsl:variable name="dates" as="xs:string*" select="
        birth[1] ! f:stated-date(.) ! (f:label('born') || ' ' || .),
        death[1] ! f:stated-date(.) ! (f:label('died') || ' ' || .),
        floruit[1] ! f:stated-date(.) ! (f:label('floruit') || ' ' || .)"/>
    <xsl:if test="exists($dates)">
      <p class="life">{string-join($dates, ', ')}</p>
    </xsl:if>
    <xsl:variable name="others" as="xs:string*"
        select="distinct-values((persName | placeName | orgName)[position() gt 1] ! f:plain(.)[.])"/>
    <xsl:if test="exists($others)">
      <p class="variants">{string-join($others, ' · ')}</p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:place" as="element()*">
    <xsl:for-each select="location[geo]">
      <p class="fact"><span class="fact-name">{f:label('coordinates')}: </span>{f:plain(geo)}</p>
    </xsl:for-each>
  </xsl:template>

  <!-- Links to authority records: an address, or a number in a known file. -->
  <xsl:template name="tp:authorities" as="element()?">
    <xsl:variable name="links" as="element()*">
      <xsl:for-each select="idno">
        <xsl:variable name="address" select="f:authority(.)" as="xs:string?"/>
        <xsl:if test="$address">
          <li><a href="{$address}">{(@type, @subtype, 'URI')[1]}</a></li>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($links)">
      <ul class="authorities" aria-label="{f:label('authority')}">
        <xsl:sequence select="$links"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The address of an authority record. -->
  <xsl:function name="f:authority" as="xs:string?" visibility="public">
    <xsl:param name="idno" as="element()"/>
    <xsl:variable name="number" select="normalize-space($idno)" as="xs:string"/>
    <xsl:variable name="bases" as="map(xs:string, xs:string)" select="map{
        'viaf': 'https://viaf.org/viaf/', 'gnd': 'https://d-nb.info/gnd/',
        'wikidata': 'https://www.wikidata.org/wiki/', 'orcid': 'https://orcid.org/',
        'geonames': 'https://www.geonames.org/', 'isni': 'https://isni.org/isni/',
        'lccn': 'https://lccn.loc.gov/', 'doi': 'https://doi.org/'}"/>
    <xsl:sequence select="
        if (matches($number, '^https?://\S+$')) then iri-to-uri($number)
        else $bases(lower-case($idno/@type)) ! (. || encode-for-uri($number))"/>
  </xsl:function>

  <!-- Every place where an entry is named, by page, with the words around it: a mark, in
       the place of which mentions.py puts the list. -->
  <xsl:template name="tp:occurrences" as="element()">
    <xsl:param name="names" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($names)">
        <p class="occurrences none">{f:label('not-mentioned')}</p>
      </xsl:when>
      <xsl:otherwise>
        <details class="occurrences">
          <summary>{f:phrase('occurrences-of', string($names/@count))}</summary>
          <ol>
            <xsl:processing-instruction name="octavo-places" select="$names/@number"/>
          </ol>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
