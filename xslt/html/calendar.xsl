<?xml version="1.0" encoding="UTF-8"?>
<!-- Calendar: the letters of the edition by date; on the page of a letter, who wrote to whom
     and the way to the letters before and after it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <!-- The page of all letters: by year, those without a date at the end. -->
  <xsl:template name="tp:calendar" as="empty-sequence()">
    <xsl:variable name="found" as="element()*" select="e:letters/e:letter"/>
    <xsl:if test="exists($found)">
      <xsl:result-document href="letters.html" format="fp:page">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="f:label('calendar')"/>
          <xsl:with-param name="kind" select="'calendar'"/>
          <xsl:with-param name="current" select="'letters.html'"/>
          <xsl:with-param name="main" as="element()*">
            <h1>{f:label('calendar')}</h1>
            <p class="data">
              <a href="{$to-root}data/letters.csv" type="text/csv">CSV</a>
              <xsl:text> · </xsl:text>
              <a href="{$to-root}data/cmif.xml" type="application/tei+xml">CMIF</a>
            </p>
            <xsl:sequence select="fp:years($found)"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:years" as="element()+">
    <xsl:param name="found" as="element()+"/>
    <xsl:for-each-group select="$found" group-adjacent="fp:year-of(.)">
      <section class="year">
        <h2>{(current-grouping-key()[.], f:label('undated'))[1]}</h2>
        <ol class="letters-of-year">
          <xsl:sequence select="current-group() ! fp:letter-item(.)"/>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="fp:year-of" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:sequence select="
        ($letter/e:date/(@when, @notBefore, @notAfter, @from, @to)[1]
          [matches(., '^-?\d{4}')] ! f:date(replace(., '^(-?\d{4,}).*$', '$1')), '')[1]"/>
  </xsl:function>

  <xsl:function name="fp:letter-item" as="element()">
    <xsl:param name="letter" as="element()"/>
    <li>
      <a class="when" href="{fp:letter-href($letter/@document, $letter/@target)}">
        <xsl:sequence select="fp:letter-date($letter)"/>
      </a>
      <span class="who">
        <xsl:sequence select="fp:parties($letter)"/>
        <xsl:for-each select="$letter/e:sent_from[1]">
          <xsl:text>, </xsl:text>
          <span class="place">
            <xsl:sequence select="fp:letter-name(.)"/>
          </span>
        </xsl:for-each>
      </span>
    </li>
  </xsl:function>

  <xsl:function name="fp:letter-href" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="$document || '.html' || $target[. != ''] ! ('#' || .)"/>
  </xsl:function>

  <!-- The date in words; doubt is shown by a question mark. -->
  <xsl:function name="fp:letter-date" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="date" as="element()?" select="$letter/e:date"/>
    <xsl:sequence select="
        (f:stated-date($date) ! (. || '?'[$date/@cert = ('low', 'medium', 'unknown')]),
         f:label('undated'))[1]"/>
  </xsl:function>

  <!-- 'Anna Berg to Tomas Holm' -->
  <xsl:function name="fp:parties" as="node()*">
    <xsl:param name="letter" as="element()"/>
    <xsl:sequence select="fp:letter-names($letter/e:senders)"/>
    <xsl:if test="$letter/e:addressees">
      <xsl:text> → </xsl:text>
      <xsl:sequence select="fp:letter-names($letter/e:addressees)"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="fp:letter-names" as="node()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="empty($names)">
      <xsl:value-of select="f:label('somebody')"/>
    </xsl:if>
    <xsl:for-each select="$names">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:sequence select="fp:letter-name(.)"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="fp:letter-name" as="node()">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="href" as="xs:string?" select="f:entry-href($name/@ref)"/>
    <xsl:choose>
      <xsl:when test="$href">
        <a href="{$href}">{$name}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- At the head of a letter: date, persons, place; the letters before and after. -->
  <xsl:template name="tp:correspondence" as="element()*">
    <xsl:variable name="here" as="xs:string?" select="self::*[f:is-page(.)] ! f:id(.)"/>
    <xsl:variable name="all" as="element()*" select="$letters/*/e:letter"/>
    <xsl:for-each select="$all[@target = ('', $here)][1]">
      <div class="correspondence">
        <p>
          <a href="letters.html">{fp:letter-date(.)}</a>
          <xsl:text> · </xsl:text>
          <xsl:sequence select="fp:parties(.)"/>
        </p>
        <xsl:if test="(@prev, @next) != ''">
          <nav aria-label="{f:label('correspondence')}">
            <xsl:sequence select="
                @prev[. != ''] ! fp:letter-link(., 'previous-letter'),
                @next[. != ''] ! fp:letter-link(., 'next-letter')"/>
          </nav>
        </xsl:if>
      </div>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="fp:letter-link" as="element()">
    <xsl:param name="document" as="attribute()"/>
    <xsl:param name="label" as="xs:string"/>
    <a href="{$document}.html" rel="{local-name($document)}">{f:label($label)}</a>
  </xsl:function>
</xsl:stylesheet>
