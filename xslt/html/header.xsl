<?xml version="1.0" encoding="UTF-8"?>
<!-- Header: who made the text, from what, under which terms, as a page of facts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="m:facts" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The facts of a header as a list of terms and values. -->
  <xsl:template match="teiHeader" mode="m:facts" as="element()">
    <dl class="facts">
      <xsl:apply-templates mode="#current"/>
    </dl>
  </xsl:template>
  <xsl:template match="titleStmt | publicationStmt | editionStmt | profileDesc
      | encodingDesc | fileDesc" mode="m:facts" as="element()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>
  <xsl:template match="text()" mode="m:facts" as="empty-sequence()"/>

  <xsl:template mode="m:facts" as="element()" match="titleStmt/title | titleStmt/author
      | titleStmt/editor | publicationStmt/publisher | publicationStmt/date | editionStmt/edition
      | publicationStmt/p | notesStmt | seriesStmt | publicationStmt/availability | langUsage
      | abstract | textClass | sourceDesc | extent | publicationStmt/distributor
      | publicationStmt/authority | publicationStmt/idno | publicationStmt/pubPlace
      | respStmt | funder | sponsor | principal | projectDesc | editorialDecl | samplingDecl
      | correspDesc | creation | revisionDesc | calendarDesc">
    <div>
      <dt>{f:label(fp:fact(.))}</dt>
      <dd>
        <xsl:sequence select="f:language-of(.)[current()/@xml:lang]"/>
        <xsl:apply-templates select="." mode="mp:fact"/>
      </dd>
    </div>
  </xsl:template>

  <!-- The key of the label for a fact. -->
  <xsl:function name="fp:fact" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" select="local-name($element)" as="xs:string"/>
    <xsl:variable name="other" as="map(xs:string, xs:string)" select="map{
        'sourceDesc': 'source', 'langUsage': 'language', 'respStmt': 'responsibility',
        'textClass': 'keywords', 'idno': 'identifier', 'seriesStmt': 'series', 'p': 'published',
        'projectDesc': 'encoding', 'editorialDecl': 'encoding', 'samplingDecl': 'encoding',
        'revisionDesc': 'revisions', 'correspDesc': 'letter', 'availability': 'licence',
        'notesStmt': 'notes', 'distributor': 'publisher', 'authority': 'publisher',
        'funder': 'responsibility', 'sponsor': 'responsibility', 'pubPlace': 'place-of',
        'principal': 'responsibility', 'creation': 'date', 'calendarDesc': 'calendar-of'}"/>
    <xsl:sequence select="($other($name), $name)[1]"/>
  </xsl:function>

  <xsl:mode name="mp:fact" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:template match="*" mode="mp:fact" as="node()*" priority="-1">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="langUsage | textClass | keywords | correspDesc" mode="mp:fact"
      as="node()*">
    <ul class="plain">
      <xsl:for-each select=".//(language | term | item | correspAction)">
        <li>
          <xsl:apply-templates select="."/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
  <xsl:template match="revisionDesc" mode="mp:fact" as="element()">
    <ul class="plain">
      <xsl:for-each select=".//change">
        <li>{string-join((f:stated-date(.)[current()/@when], f:plain(.)), ': ')}</li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Elements of the header wherever they are shown. -->
  <xsl:template match="licence[@target]" as="element()">
    <xsl:choose>
      <xsl:when test="matches(@target, '^https?://') and not(f:holds-link(.) or f:holds-block(.))">
        <a rel="license" href="{iri-to-uri(tokenize(@target)[1])}">
          <xsl:apply-templates/>
          <xsl:if test="not(normalize-space())">{@target}</xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="licence | language | distributor | authority | editionStmt | seriesStmt
      | publicationStmt | titleStmt | change | category | catDesc | catRef | correspAction
      | correspContext | projectDesc | editorialDecl | creation | rendition | tagUsage
      | classCode | keywords | application | scriptStmt | recordingStmt | recording | equipment
      | broadcast | transcriptionDesc | teiHeader | fileDesc | encodingDesc | profileDesc
      | revisionDesc | listChange | sourceDesc | abstract | textClass | langUsage
      | segmentation | normalization | correction | hyphenation | interpretation | quotation
      | punctuation | stdVals | samplingDecl | refsDecl | classDecl | taxonomy | tagsDecl
      | settingDesc | setting | particDesc | textDesc | charDecl | char | glyph | handNotes
      | prefixDef | namespace | schemaRef | geoDecl | metDecl | metSym | citeStructure
      | correspDesc | activity | channel | constitution | derivation | domain | factuality
      | interaction | locale | preparedness | purpose | cRefPattern | citeData | refState
      | localProp | mapping | unicodeProp | unihanProp | calendarDesc | calendar | styleDefDecl | unitDecl | unitDef | appInfo" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
</xsl:stylesheet>
