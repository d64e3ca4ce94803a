<?xml version="1.0" encoding="UTF-8"?>
<!-- Metadata: the header of the text and the manifest in Dublin Core. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.idpf.org/2007/opf"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:v="urn:x-octavo:variables">

  <!-- Called on the root element of the text. -->
  <xsl:template name="ep:metadata" as="element()*">
    <xsl:variable name="file" select="teiHeader/fileDesc" as="element()?"/>
    <xsl:for-each select="ep:identifiers($file)">
      <dc:identifier>
        <xsl:if test="position() = 1">
          <xsl:attribute name="id" select="'book-id'"/>
        </xsl:if>
        <xsl:sequence select="."/>
      </dc:identifier>
    </xsl:for-each>
    <xsl:call-template name="ep:titles"/>
    <dc:language>{ep:book-language(.)}</dc:language>
    <meta property="dcterms:modified">{ep:modified(teiHeader)}</meta>
    <xsl:call-template name="ep:contributors"/>
    <xsl:call-template name="ep:publication">
      <xsl:with-param name="file" select="$file"/>
    </xsl:call-template>
    <xsl:for-each select="distinct-values(teiHeader/profileDesc/textClass//term ! f:plain(.)[.])">
      <dc:subject>{.}</dc:subject>
    </xsl:for-each>
    <xsl:for-each select="teiHeader/profileDesc/abstract[1] ! f:plain(.)[.]">
      <dc:description>{.}</dc:description>
    </xsl:for-each>
    <xsl:apply-templates select="$file/seriesStmt[1]" mode="ep:series"/>
  </xsl:template>

  <xsl:template name="ep:titles" as="element()*">
    <dc:title id="title">{f:book-title(root(.))}</dc:title>
    <meta property="title-type" refines="#title">main</meta>
    <xsl:for-each select="$edition/*[count(e:document) lt 2]/@subtitle[. != '']">
      <dc:title id="subtitle">{.}</dc:title>
      <meta property="title-type" refines="#subtitle">subtitle</meta>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ep:contributors" as="element()*">
    <xsl:for-each select="ep:people(.)">
      <xsl:variable name="id" select="'person' || position()" as="xs:string"/>
      <xsl:element name="dc:{if (?role = 'aut') then 'creator' else 'contributor'}">
        <xsl:attribute name="id" select="$id"/>
        <xsl:sequence select="?name"/>
      </xsl:element>
      <meta property="role" refines="#{$id}" scheme="marc:relators">{?role}</meta>
      <xsl:if test="?sort">
        <meta property="file-as" refines="#{$id}">{?sort}</meta>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Publisher, date, terms of use, source. -->
  <xsl:template name="ep:publication" as="element()*">
    <xsl:param name="file" as="element()?"/>
    <xsl:variable name="statement" select="$file/publicationStmt" as="element()*"/>
    <xsl:variable name="terms" as="element()*"
        select="($statement//licence, $statement//availability)[1]"/>
    <xsl:for-each select="
        ($edition/*/@publisher ! string(), $statement/(publisher | distributor) ! f:plain(.))[.][1]">
      <dc:publisher>{.}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="ep:date($file/..)">
      <dc:date>{.}</dc:date>
    </xsl:for-each>
    <xsl:for-each select="string-join(distinct-values(
        ($terms ! f:plain(.), ($edition/*/@licence, $terms/@target)[. != ''][1])[.]), ' · ')[.]">
      <dc:rights>{.}</dc:rights>
    </xsl:for-each>
    <xsl:for-each select="($file/sourceDesc//(bibl | biblStruct | biblFull))[1] ! ep:reference(.)[.]">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="ep:series" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="seriesStmt[title]" mode="ep:series" as="element()*">
    <meta property="belongs-to-collection" id="series">{f:plain(title[1])}</meta>
    <meta property="collection-type" refines="#series">series</meta>
    <xsl:for-each select="biblScope[1]/(@n, string(.))[matches(., '^\d+(\.\d+)*$')][1]">
      <meta property="group-position" refines="#series">{.}</meta>
    </xsl:for-each>
  </xsl:template>

  <!-- ISBN, URN and DOI of the header, else the one that was given or made. -->
  <xsl:function name="ep:identifiers" as="xs:string+">
    <xsl:param name="file" as="element()?"/>
    <xsl:variable name="found" as="xs:string*">
      <xsl:for-each select="$file/publicationStmt//idno">
        <xsl:variable name="value" select="normalize-space()" as="xs:string"/>
        <xsl:variable name="isbn" select="upper-case(replace($value, '[^0-9Xx]', ''))"/>
        <xsl:sequence select="
            if (upper-case(@type) = 'ISBN' and matches($isbn, '^(\d{9}[\dX]|\d{13})$'))
            then 'urn:isbn:' || $isbn
            else if (matches($value, '^(urn:\S+|https?://\S+)$')) then $value
            else if (upper-case(@type) = 'DOI' and starts-with($value, '10.'))
            then 'https://doi.org/' || $value
            else ()"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="distinct-values(
        ($found[starts-with(., 'urn:isbn:')], $found, $identifier[empty($found)]))"/>
  </xsl:function>

  <!-- Author, title, place, publisher and date of a source; else all its words. -->
  <xsl:function name="ep:reference" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="facts" as="xs:string*"
        select="for $name in ('author', 'title', 'pubPlace', 'publisher', 'date')
            return ($source//*[local-name() = $name] ! f:plain(.)[.])[1]"/>
    <xsl:sequence select="
        if (exists($source//title)) then string-join($facts, ', ') else f:plain($source)"/>
  </xsl:function>

  <!-- The language of the text; that of the labels if it does not say. -->
  <xsl:function name="ep:book-language" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="text" select="($root//text)[1]" as="element()?"/>
    <xsl:sequence select="
        ($text ! f:language-of(.)[name() = 'lang'] ! string(),
         $root//langUsage/language/@ident ! f:tag(.), f:tag($language), 'en')[1]"/>
  </xsl:function>

  <!-- The date of the edition, else of publication as the header states it. -->
  <xsl:function name="ep:date" as="xs:string?">
    <xsl:param name="header" as="element()?"/>
    <xsl:sequence select="
        ($edition/*/@date, $header/fileDesc/publicationStmt/date/(@when, text()),
         $header/fileDesc/publicationStmt//date/@when) ! normalize-space(.)
        [matches(., '^\d{4}(-\d\d(-\d\d)?)?$')] => head()"/>
  </xsl:function>

  <!-- A moment that does not change from one run to the next: that of the edition's
       date or of the last revision, never now. -->
  <xsl:function name="ep:modified" as="xs:string">
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="days" as="xs:string*" select="
        ($edition/*/@date, $header/revisionDesc//change/@when, ep:date($header))
        ! string()[. castable as xs:date]"/>
    <xsl:variable name="year" as="xs:string?" select="ep:date($header) ! substring(., 1, 4)"/>
    <xsl:sequence select="($days, $year ! (. || '-01-01'), '1970-01-01')[1] || 'T00:00:00Z'"/>
  </xsl:function>

  <!-- The title of the book: of the edition if it is its only text, else of the text. -->
  <xsl:function name="f:book-title" as="xs:string" visibility="public">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="($v:book-title, f:document-title($root))[.][1]"/>
  </xsl:function>
  <xsl:variable name="v:book-title" as="xs:string?" select="
      (($edition/*[count(e:document) = 1]/@title, $edition/*/e:document[@id = $document]/@title)
        ! string()[.], $edition/*/@title ! string()[.])[1]"/>
</xsl:stylesheet>
