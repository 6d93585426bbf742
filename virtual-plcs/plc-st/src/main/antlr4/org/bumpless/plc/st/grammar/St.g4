/**
 * Structured Text of IEC 61131-3, third edition, annex A, with the textual elements that carry it:
 * types, functions, function blocks, programs, configurations. Keywords are not case-sensitive.
 * What a text means is checked on the tree, so that a slip is told in words and with its place.
 */
grammar St;

options { caseInsensitive = true; }

unit : declaration* EOF ;

declaration
  : typeBlock
  | function
  | functionBlock
  | program
  | configuration
  | variables
  ;

// ---- types (6.4)

/** Other compilers, and texts for them, do without the semicolon behind the last one. */
typeBlock : TYPE (typeDeclaration SEMI)* typeDeclaration? END_TYPE SEMI? ;

typeDeclaration : name COLON typeSpec (ASSIGN firstValue)? ;

typeSpec
  : structSpec
  | arraySpec
  | enumSpec
  | subrangeSpec
  | stringSpec
  | typeName
  ;

structSpec : STRUCT OVERLAP? (field SEMI)* END_STRUCT ;

field : name (COMMA name)* COLON typeSpec (ASSIGN firstValue)? ;

arraySpec : ARRAY LBRACKET bounds (COMMA bounds)* RBRACKET OF typeSpec ;

bounds : expression RANGE expression ;

enumSpec : typeName? LPAREN enumValue (COMMA enumValue)* RPAREN ;

enumValue : name (ASSIGN expression)? ;

subrangeSpec : typeName LPAREN bounds RPAREN ;

stringSpec : (STRING | WSTRING) ((LBRACKET expression RBRACKET) | (LPAREN expression RPAREN))? ;

typeName : name ;

// ---- initial values (6.5.1.3)

/** An array's elements may stand without brackets, as the second edition had it. */
firstValue : arrayElement (COMMA arrayElement)* ;

initial : structInitial | arrayInitial | expression ;

structInitial : LPAREN fieldInitial (COMMA fieldInitial)* RPAREN ;

fieldInitial : name ASSIGN initial ;

arrayInitial : LBRACKET arrayElement (COMMA arrayElement)* RBRACKET ;

arrayElement
  : INTEGER LPAREN (initial (COMMA initial)*)? RPAREN # repeated
  | initial                                           # single
  ;

// ---- program organization units (6.6)

function
  : FUNCTION name (COLON typeSpec)? variables* statements END_FUNCTION SEMI?
  ;

functionBlock
  : FUNCTION_BLOCK name variables* statements END_FUNCTION_BLOCK SEMI?
  ;

program
  : PROGRAM name variables* statements END_PROGRAM SEMI?
  ;

variables : section qualifier* (variable SEMI)* END_VAR SEMI? ;

section
  : VAR
  | VAR_INPUT
  | VAR_OUTPUT
  | VAR_IN_OUT
  | VAR_TEMP
  | VAR_GLOBAL
  | VAR_EXTERNAL
  | VAR_ACCESS
  | VAR_CONFIG
  ;

qualifier : CONSTANT | RETAIN | NON_RETAIN | PERSISTENT | access ;

/** Who else may see the variables: a program reads only its own and its blocks' (6.6.5.10). */
access : PUBLIC | PRIVATE | PROTECTED | INTERNAL ;

variable : variableName (COMMA variableName)* COLON typeSpec edge? (ASSIGN firstValue)? ;

variableName : name (DOT name)* (AT DIRECT)? | AT DIRECT ;

edge : R_EDGE | F_EDGE ;

// ---- configuration (6.8)

configuration
  : CONFIGURATION name (variables | resource | task | programInstance)* END_CONFIGURATION SEMI?
  ;

resource : RESOURCE name ON name (variables | task | programInstance)* END_RESOURCE SEMI? ;

task : TASK name LPAREN taskSetting (COMMA taskSetting)* RPAREN SEMI ;

taskSetting : name ASSIGN expression ;

programInstance
  : PROGRAM qualifier? name (WITH name)? COLON name (LPAREN (argument (COMMA argument)*)? RPAREN)? SEMI
  ;

// ---- statements (7.3.3)

statements : statement* ;

/** The same where a label may follow: elsewhere a name always begins a statement. */
labelled : statement* ;

statement : simple SEMI | compound SEMI? | SEMI ;

simple
  : place placed                                                                   # named
  | EXIT                                                                           # exit
  | CONTINUE                                                                       # continue
  | RETURN                                                                         # return
  ;

/** Apart from its place, so that one token tells a statement, and a slip in one hides none behind it. */
placed
  : ASSIGN expression                                                              # assign
  | LPAREN (argument (COMMA argument)*)? RPAREN                                    # call
  ;

compound
  : IF expression THEN statements elsif* (ELSE statements)? END_IF                 # if
  | CASE expression OF caseBranch* (ELSE statements)? END_CASE                     # case
  | FOR place ASSIGN expression TO expression (BY expression)? DO statements END_FOR # for
  | WHILE expression DO statements END_WHILE                                       # while
  | REPEAT statements UNTIL expression SEMI? END_REPEAT                                  # repeat
  ;

elsif : ELSIF expression THEN statements ;

caseBranch : caseLabel (COMMA caseLabel)* COLON labelled ;

caseLabel : expression (RANGE expression)? ;

argument
  : name ASSIGN expression          # into
  | NOT? name ARROW place           # outOf
  | expression                      # positional
  ;

// ---- expressions (7.3.2), in the order of table 71

expression
  : LPAREN expression RPAREN                                 # parenthesized
  | place LPAREN (argument (COMMA argument)*)? RPAREN        # invocation
  | op=(AND | OR | XOR | MOD) LPAREN argument (COMMA argument)* RPAREN # operatorCall
  | op=NOT LPAREN name ASSIGN expression RPAREN              # notCall
  | literal                                                  # constant
  | place                                                    # value
  | op=(MINUS | PLUS | NOT) expression                       # unary
  | <assoc=right> expression op=POWER expression             # binary
  | expression op=(TIMES | DIVIDE | MOD) expression          # binary
  | expression op=(PLUS | MINUS) expression                  # binary
  | expression op=(LESS | GREATER | LESS_EQUAL | GREATER_EQUAL) expression # binary
  | expression op=(EQUAL | UNEQUAL) expression               # binary
  | expression op=(AND | AMPERSAND) expression               # binary
  | expression op=XOR expression                             # binary
  | expression op=OR expression                              # binary
  ;

place : DIRECT | name selector* ;

selector
  : LBRACKET expression (COMMA expression)* RBRACKET         # index
  | DOT name                                                 # member
  | DOT INTEGER                                              # bit
  | DOT PART                                                 # part
  ;

literal
  : INTEGER
  | BASED
  | REAL
  | TRUE
  | FALSE
  | STRING_TEXT
  | WSTRING_TEXT
  | DURATION
  | DATE_TEXT
  | TIME_OF_DAY_TEXT
  | DATE_AND_TIME_TEXT
  | typed
  ;

typed
  : typeWord HASH (PLUS | MINUS)? (INTEGER | BASED | REAL)
  | typeWord HASH (TRUE | FALSE | STRING_TEXT | WSTRING_TEXT)
  | typeWord HASH name
  ;

typeWord : name | STRING | WSTRING ;

/** Words that mean something in one place only may name things elsewhere. */
name
  : IDENTIFIER
  | TIME_NAME
  | ON
  | WITH
  | OVERLAP
  | R_EDGE
  | F_EDGE
  | PERSISTENT
  | access
  ;

// ---- lexical elements (6.1)

TYPE : 'TYPE' ;
END_TYPE : 'END_TYPE' ;
STRUCT : 'STRUCT' ;
END_STRUCT : 'END_STRUCT' ;
OVERLAP : 'OVERLAP' ;
ARRAY : 'ARRAY' ;
OF : 'OF' ;
STRING : 'STRING' ;
WSTRING : 'WSTRING' ;
FUNCTION : 'FUNCTION' ;
END_FUNCTION : 'END_FUNCTION' ;
FUNCTION_BLOCK : 'FUNCTION_BLOCK' ;
END_FUNCTION_BLOCK : 'END_FUNCTION_BLOCK' ;
PROGRAM : 'PROGRAM' ;
END_PROGRAM : 'END_PROGRAM' ;
CONFIGURATION : 'CONFIGURATION' ;
END_CONFIGURATION : 'END_CONFIGURATION' ;
RESOURCE : 'RESOURCE' ;
END_RESOURCE : 'END_RESOURCE' ;
TASK : 'TASK' ;
ON : 'ON' ;
WITH : 'WITH' ;
VAR : 'VAR' ;
VAR_INPUT : 'VAR_INPUT' ;
VAR_OUTPUT : 'VAR_OUTPUT' ;
VAR_IN_OUT : 'VAR_IN_OUT' ;
VAR_TEMP : 'VAR_TEMP' ;
VAR_GLOBAL : 'VAR_GLOBAL' ;
VAR_EXTERNAL : 'VAR_EXTERNAL' ;
VAR_ACCESS : 'VAR_ACCESS' ;
VAR_CONFIG : 'VAR_CONFIG' ;
END_VAR : 'END_VAR' ;
CONSTANT : 'CONSTANT' ;
RETAIN : 'RETAIN' ;
NON_RETAIN : 'NON_RETAIN' ;
PERSISTENT : 'PERSISTENT' ;
PUBLIC : 'PUBLIC' ;
PRIVATE : 'PRIVATE' ;
PROTECTED : 'PROTECTED' ;
INTERNAL : 'INTERNAL' ;
AT : 'AT' ;
R_EDGE : 'R_EDGE' ;
F_EDGE : 'F_EDGE' ;
IF : 'IF' ;
THEN : 'THEN' ;
ELSIF : 'ELSIF' ;
ELSE : 'ELSE' ;
END_IF : 'END_IF' ;
CASE : 'CASE' ;
END_CASE : 'END_CASE' ;
FOR : 'FOR' ;
TO : 'TO' ;
BY : 'BY' ;
DO : 'DO' ;
END_FOR : 'END_FOR' ;
WHILE : 'WHILE' ;
END_WHILE : 'END_WHILE' ;
REPEAT : 'REPEAT' ;
UNTIL : 'UNTIL' ;
END_REPEAT : 'END_REPEAT' ;
EXIT : 'EXIT' ;
CONTINUE : 'CONTINUE' ;
RETURN : 'RETURN' ;
NOT : 'NOT' ;
AND : 'AND' ;
OR : 'OR' ;
XOR : 'XOR' ;
MOD : 'MOD' ;
TRUE : 'TRUE' ;
FALSE : 'FALSE' ;

DURATION : ('LTIME' | 'LT' | 'TIME' | 'T') '#' [+-]? (SPAN '_'?)+ ;
DATE_TEXT : ('LDATE' | 'LD' | 'DATE' | 'D') '#' DAY ;
TIME_OF_DAY_TEXT : ('LTIME_OF_DAY' | 'LTOD' | 'TIME_OF_DAY' | 'TOD') '#' CLOCK ;
DATE_AND_TIME_TEXT : ('LDATE_AND_TIME' | 'LDT' | 'DATE_AND_TIME' | 'DT') '#' DAY '-' CLOCK ;
TIME_NAME : 'TIME' | 'LTIME' | 'DATE' | 'LDATE' | 'TIME_OF_DAY' | 'TOD' | 'LTOD' | 'DATE_AND_TIME' | 'DT' | 'LDT' ;

BASED : ('2' | '8' | '16') '#' [0-9A-F] ('_'? [0-9A-F])* ;
REAL : DIGITS '.' DIGITS ('E' [+-]? DIGITS)? | DIGITS 'E' [+-]? DIGITS ;
INTEGER : DIGITS ;

/** A quotation mark may be doubled, as other compilers have it. */
STRING_TEXT : '\'' ('$' . | '\'\'' | ~['$\r\n])* '\'' ;
WSTRING_TEXT : '"' ('$' . | '""' | ~["$\r\n])* '"' ;

DIRECT : '%' [IQM] ([XBWDL]? [0-9]+ ('.' [0-9]+)* | [XBWDL]? '*') ;
PART : '%' [XBWD] [0-9]+ ;

IDENTIFIER : [A-Z_] [A-Z0-9_]* ;

ASSIGN : ':=' ;
ARROW : '=>' ;
COLON : ':' ;
SEMI : ';' ;
COMMA : ',' ;
RANGE : '..' ;
DOT : '.' ;
HASH : '#' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
POWER : '**' ;
TIMES : '*' ;
DIVIDE : '/' ;
PLUS : '+' ;
MINUS : '-' ;
LESS_EQUAL : '<=' ;
GREATER_EQUAL : '>=' ;
UNEQUAL : '<>' ;
LESS : '<' ;
GREATER : '>' ;
EQUAL : '=' ;
AMPERSAND : '&' ;

COMMENT : (BLOCK | '/*' .*? '*/' | '//' ~[\r\n]*) -> skip ;
PRAGMA : ('{{' .*? '}}' | '{' .*? '}') -> skip ;
SPACE : [ \t\r\n\f\uFEFF]+ -> skip ;

/** Whatever else there is: the parser tells its place. */
UNKNOWN : . ;

fragment BLOCK : '(*' (BLOCK | .)*? '*)' ;
fragment DIGITS : [0-9] ('_'? [0-9])* ;
fragment SPAN : DIGITS ('.' DIGITS)? ('D' | 'H' | 'MS' | 'M' | 'S' | 'US' | 'NS') ;
fragment DAY : [0-9]+ '-' [0-9]+ '-' [0-9]+ ;
fragment CLOCK : [0-9]+ ':' [0-9]+ (':' [0-9]+ ('.' [0-9]+)?)? ;
