<?xml version="1.0" encoding="UTF-8"?>
<!-- Core: paragraphs, words set apart, quotations, breaks, references. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <!-- Words of @rend and @rendition, and the functions of the template they call. -->
  <xsl:variable name="v:rendering" as="map(xs:string, xs:string)" select="map {
      'italic': 'emphasis', 'italics': 'emphasis', 'i': 'emphasis', 'it': 'emphasis',
      'bold': 'bold', 'b': 'bold', 'small-caps': 'small-capitals',
      'smallcaps': 'small-capitals', 'sc': 'small-capitals', 'smcap': 'small-capitals',
      'sup': 'raised', 'superscript': 'raised', 'sub': 'lowered', 'subscript': 'lowered',
      'underline': 'underlined', 'underlined': 'underlined', 'u': 'underlined',
      'strikethrough': 'struck', 'strike': 'struck', 'spaced': 'letterspaced',
      'letterspaced': 'letterspaced', 'gesperrt': 'letterspaced', 'g': 'letterspaced',
      'caps': 'capitals', 'uppercase': 'capitals', 'roman': 'upright', 'normal': 'upright',
      'large': 'large', 'larger': 'large', 'typewriter': 'typewriter', 'monospace': 'typewriter'
    }"/>

  <xsl:template match="text()" mode="m:print" as="xs:string*">
    <xsl:sequence select="f:running(.)"/>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="m:print"
      as="empty-sequence()"/>

  <xsl:template match="p | ab" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="indented" select="fp:is-indented(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first paragraph of a chapter begins with a large letter, on request. -->
  <xsl:template match="p[$initials][fp:takes-initial(.)]" mode="m:print" as="xs:string*"
      priority="1">
    <xsl:variable name="calls" select="fp:called-notes(node())" as="xs:string*"/>
    <xsl:variable name="letter" as="xs:string"
        select="replace(normalize-space(node()[1]), '^(\p{P}?\p{L}\p{M}*).*$', '$1')"/>
    <xsl:text>initial({f:literal(replace($letter, '\p{L}.*$', ''))}, </xsl:text>
    <xsl:text>{f:literal(replace($letter, '^\p{P}', ''))}, (</xsl:text>
    <xsl:call-template name="fp:pieces">
      <xsl:with-param name="skip" select="string-length($letter)"/>
      <xsl:with-param name="reach" select="fp:reach(node())" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>), {fp:notes-option($calls)})&#10;</xsl:text>
  </xsl:template>
  <xsl:function name="fp:takes-initial" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="chapter" as="element()" select="$paragraph/.."/>
    <xsl:sequence select="
        fp:is-division($chapter) and not(fp:is-indented($paragraph))
        and exists($paragraph/ancestor::body) and empty($paragraph/ancestor::floatingText)
        and fp:kind($chapter) = 'chapter'
        and $paragraph is $chapter/p[1]
        and matches($paragraph/node()[1]/self::text(), '^\s*\p{P}?\p{L}')
        and string-length(normalize-space($paragraph/node()[1])) gt 3
        and not($paragraph/node()[fp:breaks(.)])"/>
  </xsl:function>

  <!-- Words set apart -->

  <xsl:template match="hi | seg | said | mentioned | term | gloss | distinct | q"
      mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
  <xsl:template match="emph" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'emphasis'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- Another script is set apart enough by itself. -->
  <xsl:template match="foreign" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'emphasis'[matches(current(), '[A-Za-z&#xC0;-&#x24F;]')]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="title" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="
          if (@level = ('a', 'u') or parent::titleStmt) then () else 'emphasis'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="code | gi | att | val | tag | ident | email" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:set">
      <xsl:with-param name="default" select="'typewriter'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Quotation marks are made only where the text has none. -->
  <xsl:template match="soCalled | q[not(f:is-block(.))]" mode="m:print" as="xs:string*"
      priority="1">
    <xsl:variable name="marked" as="xs:boolean" select="
        matches(., '^\s*[\p{Pi}&quot;''„‚]')
        or matches(preceding-sibling::node()[1]/self::text(), '[\p{Pi}&quot;''„‚]$')
        or exists(@rend)"/>
    <xsl:variable name="inner" as="xs:string"
        select="if (ancestor::q or ancestor::soCalled) then 'quote-inner' else 'quote'"/>
    <xsl:sequence select="f:label($inner || '-open')[not($marked)] ! (f:literal(.) || ';')"/>
    <xsl:call-template name="fp:set"/>
    <xsl:sequence select="f:label($inner || '-close')[not($marked)] ! (f:literal(.) || ';')"/>
  </xsl:template>

  <!-- The code of an element's content, as @rend asks, else by the given function. -->
  <xsl:template name="fp:set" as="xs:string*">
    <xsl:param name="default" as="xs:string*" select="()"/>
    <xsl:variable name="asked" as="xs:string*" select="
        distinct-values((@rend, @rendition) ! tokenize(lower-case(.))
          ! $v:rendering(replace(., '^#', '')))"/>
    <xsl:variable name="calls" as="xs:string*" select="
        if (fp:is-deep(.)) then () else if (exists($asked)) then $asked else $default"/>
    <xsl:sequence select="$calls ! (. || '({')"/>
    <xsl:apply-templates mode="m:print"/>
    <xsl:sequence select="$calls ! '});'"/>
  </xsl:template>

  <!-- The typesetter follows only so many functions in one another. What is nested
       deeper than any text of a reader keeps its words and loses its looks. -->
  <xsl:function name="fp:is-deep" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count($element/ancestor::*) gt 32"/>
  </xsl:function>

  <!-- Words in another language than those around them are hyphenated by its rules. -->
  <xsl:template match="*[@xml:lang][@xml:lang != (ancestor::*/@xml:lang)[last()]]
        [not(fp:is-deep(.) or fp:opens(.))]"
      mode="m:print" as="xs:string*" priority="20">
    <xsl:sequence select="'language(' || f:literal(fp:language(@xml:lang)) || ', {'"/>
    <xsl:next-match/>
    <xsl:text>}});</xsl:text>
  </xsl:template>

  <!-- The first part of a language tag, which is all the typesetter knows. -->
  <xsl:function name="fp:language" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="code" select="lower-case(replace($tag, '[-_].*$', ''))" as="xs:string"/>
    <xsl:sequence select="if (matches($code, '^[a-z]{2,3}$')) then $code else 'en'"/>
  </xsl:function>

  <!-- Quotations -->

  <xsl:template match="quote[f:is-block(.)] | q[f:is-block(.)] | said[f:is-block(.)]"
      mode="m:print" as="xs:string*" priority="2">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:sequence select="'quotation({&#10;'[not(fp:is-deep(current()))]"/>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="inset" select="min(($inset + 1, 6))" tunnel="yes"/>
    </xsl:call-template>
    <xsl:sequence select="'})&#10;'[not(fp:is-deep(current()))]"/>
  </xsl:template>
  <xsl:template match="quote" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
  <xsl:template match="cit" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:content"/>
  </xsl:template>

  <!-- Breaks -->

  <xsl:template match="lb" mode="m:print" as="xs:string?">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="by-lines" as="xs:boolean" select="$v:diplomatic" tunnel="yes"/>
    <xsl:sequence select="
        if (@break = 'no') then ()
        else if ($by-lines and not($short)) then 'linebreak();' else 'sp;'"/>
  </xsl:template>
  <xsl:template match="pb | cb | gb" mode="m:print" as="xs:string?">
    <xsl:sequence select="'sp;'[not(current()/@break = 'no')]"/>
  </xsl:template>
  <xsl:template match="milestone | space" mode="m:print" as="xs:string*"/>
  <xsl:template match="milestone[fp:is-pause(.)] | space[fp:is-pause(.)]" mode="m:print"
      as="xs:string" priority="1">
    <xsl:sequence select="'pause(' || f:literal(string(@n[not(matches(., '\w'))])) || ')&#10;'"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="f:chosen(.)" mode="m:print"/>
  </xsl:template>
  <!-- Parts of names, dates, addresses, references: their words as they stand. -->
  <xsl:template mode="m:print" as="xs:string*" match="
      abbr | expan | ex | am | sic | corr | orig | reg | num | measure | unit | date | time
    | author | editor | publisher | pubPlace | biblScope | citedRange | edition | series | idno
    | extent | resp | respStmt | rs[not(@ref)] | desc | street | postCode | postBox | w | pc
    | c | s | cl | phr | m | unclear | supplied | add | subst | restore | surplus | rhyme
    | availability | licence | docAuthor | docDate | docEdition | docTitle | docImprint | imprimatur | titlePart
    | damage | ptr | nationality | ellipsis | caption | activity | locale | rb">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
  <xsl:template match="g" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:set"/>
    <xsl:sequence select="(f:literal(f:glyph(.)) || ';')[not(current()/node())]"/>
  </xsl:template>
</xsl:stylesheet>
