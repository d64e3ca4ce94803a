<?xml version="1.0" encoding="UTF-8"?>
<!-- People: who made the book, in which role, by the codes of the MARC relators. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- What responsibilities are called, by their beginnings, and their codes. -->
  <xsl:variable name="ep:relators" as="map(xs:string, xs:string)" select="map{
      'transl': 'trl', 'übers': 'trl', 'uebers': 'trl', 'trad': 'trl', 'traduc': 'trl',
      'transcri': 'trc', 'transkri': 'trc', 'illustr': 'ill', 'zeichn': 'ill',
      'encod': 'mrk', 'mark': 'mrk', 'tei': 'mrk', 'xml': 'mrk', 'kodier': 'mrk',
      'proof': 'pfr', 'correct': 'pfr', 'korrekt': 'pfr', 'annot': 'ann', 'comment': 'cwt',
      'kommentar': 'cwt', 'introd': 'win', 'einleit': 'win', 'preface': 'wpr',
      'foreword': 'wfw', 'vorwort': 'wpr', 'compil': 'com', 'photo': 'pht', 'foto': 'pht',
      'narrat': 'nrt', 'edit': 'edt', 'éditeur': 'edt', 'herausg': 'edt', 'hrsg': 'edt',
      'a cura': 'edt', 'curat': 'edt', 'fund': 'fnd', 'spons': 'spn', 'design': 'bkd',
      'map': 'ctg', 'kart': 'ctg', 'author': 'aut', 'autor': 'aut', 'auteur': 'aut',
      'autore': 'aut', 'digit': 'dtm', 'research': 'res'}"/>

  <!-- Everyone the header names: name, form for sorting, code; the edition's words
       where the header is silent. -->
  <xsl:function name="ep:people" as="map(xs:string, xs:string)*">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="named" as="map(xs:string, xs:string)*">
      <xsl:apply-templates select="$text/teiHeader/fileDesc/titleStmt/*" mode="ep:people"/>
    </xsl:variable>
    <xsl:variable name="more" as="map(xs:string, xs:string)*">
      <xsl:if test="not($named?role = 'aut')">
        <xsl:sequence select="$edition/*/@author[. != ''] ! ep:person(., 'aut')"/>
      </xsl:if>
      <xsl:if test="not($named?role = 'edt')">
        <xsl:sequence select="$edition/*/@editor[. != ''] ! ep:person(., 'edt')"/>
      </xsl:if>
    </xsl:variable>
    <xsl:for-each-group select="$named, $more" group-by="?name || '|' || ?role">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="ep:names-of" as="xs:string*">
    <xsl:param name="text" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="ep:people($text)[?role = $role]?name"/>
  </xsl:function>

  <xsl:mode name="ep:people" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="author" mode="ep:people" as="map(xs:string, xs:string)*">
    <xsl:sequence select="ep:person(., 'aut')"/>
  </xsl:template>
  <xsl:template match="editor" mode="ep:people" as="map(xs:string, xs:string)*">
    <xsl:sequence select="ep:person(., (@role ! ep:relator(.), 'edt')[. != 'ctb'][1])"/>
  </xsl:template>
  <xsl:template match="funder | sponsor" mode="ep:people" as="map(xs:string, xs:string)*">
    <xsl:sequence select="ep:person(., ep:relator(local-name()))"/>
  </xsl:template>
  <xsl:template match="principal" mode="ep:people" as="map(xs:string, xs:string)*">
    <xsl:sequence select="ep:person(., 'res')"/>
  </xsl:template>
  <xsl:template match="respStmt" mode="ep:people" as="map(xs:string, xs:string)*">
    <xsl:variable name="role" as="xs:string"
        select="(resp ! ep:relator((@key, @ref ! replace(., '^.*/', ''), string(.))[1]),
            'ctb')[1]"/>
    <xsl:sequence select="(name | persName | orgName) ! ep:person(., $role)"/>
  </xsl:template>
  <xsl:template match="text()" mode="ep:people" as="empty-sequence()"/>

  <!-- A name as people read it and, where it shows, as lists sort it. -->
  <xsl:function name="ep:person" as="map(xs:string, xs:string)*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="named" as="node()" select="($node//(persName | name | orgName), $node)[1]"/>
    <xsl:variable name="words" as="xs:string"
        select="replace(f:plain($named), '\s*\([^)]*\d[^)]*\)', '')"/>
    <xsl:variable name="turned" as="xs:boolean"
        select="matches($words, '^[^,]+, [^,]+$') and not($named/self::orgName)"/>
    <xsl:variable name="surname" select="$named//surname ! f:plain(.)" as="xs:string*"/>
    <xsl:variable name="forename" select="$named//forename ! f:plain(.)" as="xs:string*"/>
    <xsl:if test="$words">
      <xsl:map>
        <xsl:map-entry key="'role'" select="$role"/>
        <xsl:map-entry key="'name'"
            select="if ($turned) then replace($words, '^([^,]+), (.+)$', '$2 $1') else $words"/>
        <xsl:map-entry key="'sort'" select="
            if ($turned) then $words
            else if (exists($surname) and exists($forename))
            then string-join($surname, ' ') || ', ' || string-join($forename, ' ') else ''"/>
      </xsl:map>
    </xsl:if>
  </xsl:function>

  <!-- The code of a responsibility in words; one that is a code already stays. -->
  <xsl:function name="ep:relator" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="plain" select="lower-case(normalize-space($words))" as="xs:string"/>
    <xsl:variable name="starts" as="xs:string*"
        select="(sort(map:keys($ep:relators))[contains(' ' || $plain, ' ' || .)])"/>
    <xsl:sequence select="
        if ($plain = $ep:relators?*) then $plain
        else (sort($starts, (), function($start) {string-length(substring-before(' ' || $plain, ' ' || $start))})
            ! $ep:relators(.), 'ctb')[1]"/>
  </xsl:function>
</xsl:stylesheet>
